package org.khazana.node.bench.drive;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One keep-alive connection with at most one request on it; opened again to the next validator when it is lost. */
final class Connection {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final Targets targets;
    private final Selector selector;
    private final AnswerReader reader = new AnswerReader();
    private int node;
    private @Nullable SocketChannel channel;
    private @Nullable Attempt attempt;
    private ByteBuffer unsent = NOTHING;

    /**
     * Not open yet.
     *
     * @param number of the connection, from 0
     */
    Connection(Targets targets, Selector selector, int number) {
        this.targets = targets;
        this.selector = selector;
        this.node = targets.firstOf(number);
    }

    /** Begins to connect; the selector tells when it is done. Fails at once where nobody listens. */
    void open() throws IOException {
        URI address = targets.nodes().get(node);
        SocketChannel opened = SocketChannel.open();
        channel = opened;
        opened.configureBlocking(false);
        opened.setOption(StandardSocketOptions.TCP_NODELAY, true);
        // A connection that is there at once is reported as one that has just come to be.
        opened.register(selector, SelectionKey.OP_CONNECT, this);
        if (opened.connect(new InetSocketAddress(address.getHost(), address.getPort()))) {
            keyOf(opened).interestOps(SelectionKey.OP_READ);
        }
    }

    /** Whether requests can be sent. */
    boolean isOpen() {
        return channel != null && channel.isConnected();
    }

    /** To be called when the selector says that it is connected. */
    void finishOpening() throws IOException {
        SocketChannel opened = requireNonNull(channel);
        opened.finishConnect();
        keyOf(opened).interestOps(SelectionKey.OP_READ);
    }

    /** Sends a request, when the one before has its answer. */
    void send(Attempt next) throws IOException {
        attempt = next;
        reader.clear();
        unsent = next.request().bytes();
        write();
    }

    /** To be called when the selector says that more can be sent. */
    void write() throws IOException {
        SocketChannel open = requireNonNull(channel);
        open.write(unsent);
        keyOf(open)
                .interestOps(
                        unsent.hasRemaining() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ);
    }

    /**
     * To be called when the selector says that something has come.
     *
     * @return the answer when it is whole
     */
    Optional<Answer> read() throws IOException {
        int count = requireNonNull(channel).read(reader.room());
        if (count < 0) {
            throw new IOException("the validator has closed the connection");
        }
        if (attempt == null) {
            throw new IOException("the validator answers what nobody has asked");
        }
        return reader.answerTo(attempt.request().kind());
    }

    /** The request that is on it, which from now on is not. */
    Optional<Attempt> takeAttempt() {
        Attempt taken = attempt;
        attempt = null;
        return Optional.ofNullable(taken);
    }

    /** Closes it; the next {@link #open} goes to the next validator. */
    void lose() {
        close();
        node = targets.after(node);
    }

    void close() {
        SocketChannel closing = channel;
        channel = null;
        if (closing != null) {
            try {
                closing.close();
            } catch (IOException e) {
                // Nothing is expected of it any more.
            }
        }
    }

    private SelectionKey keyOf(SocketChannel registered) {
        return requireNonNull(registered.keyFor(selector));
    }
}
