package org.khazana.node.transport;

import static java.util.Objects.requireNonNull;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.socket.SocketChannel;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.khazana.consensus.membership.MemberId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The connection to one peer: opened, and opened again whenever it breaks, until closed. */
final class PeerLink implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PeerLink.class);

    private static final int SNAPSHOT_QUESTIONS_MAX = 16;

    private final PeerAddress address;
    private final TransportLimits limits;
    private final NettyThreads threads;
    private final Bootstrap bootstrap;
    private final AnswersWaiting<ForwardAnswer> forwards;
    private final AnswersWaiting<SnapshotAnswer> snapshots;
    private final AtomicReference<Optional<Connection>> working = new AtomicReference<>(Optional.empty());
    private final AtomicReference<Optional<Channel>> opening = new AtomicReference<>(Optional.empty());
    private final AtomicReference<Optional<ScheduledFuture<?>>> retry = new AtomicReference<>(Optional.empty());
    private final AtomicReference<String> trouble = new AtomicReference<>("");
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicBoolean closed = new AtomicBoolean();

    PeerLink(PeerAddress address, LocalPeer local, PeerTls tls, TransportLimits limits, NettyThreads threads) {
        this.address = address;
        this.limits = limits;
        this.threads = threads;
        this.forwards = new AnswersWaiting<>(
                limits.forwardsWaitingMax(), limits.forwardTimeoutMillis(), new ForwardAnswer.Lost());
        this.snapshots =
                new AnswersWaiting<>(SNAPSHOT_QUESTIONS_MAX, limits.forwardTimeoutMillis(), new SnapshotAnswer.Lost());
        this.bootstrap = new Bootstrap()
                .group(threads.loops())
                .channel(threads.socketChannel())
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, limits.handshakeTimeoutMillis())
                .option(
                        ChannelOption.WRITE_BUFFER_WATER_MARK,
                        new WriteBufferWaterMark(limits.queuedBytesMax() / 2, limits.queuedBytesMax()))
                .handler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        var handshake = new PeerHandshake(local, tls, new Greeting());
                        PeerPipeline.build(channel, tls.client(), limits, handshake);
                    }
                });
    }

    /** Opens the connection, now and after every break. */
    void open() {
        threads.dialer().execute(this::connect);
        loseOverdueLater();
    }

    private void loseOverdueLater() {
        if (!closed.get()) {
            loseOverdue();
            var ignored =
                    threads.dialer().schedule(this::loseOverdueLater, limits.keepAliveMillis(), TimeUnit.MILLISECONDS);
        }
    }

    PeerAddress address() {
        return address;
    }

    /** Why there is no connection; empty while there is one. */
    Optional<String> trouble() {
        return isConnected() ? Optional.empty() : Optional.of(requireNonNull(trouble.get()));
    }

    /** A connection that greeted, and with which data directory the peer did. */
    private record Connection(Channel channel, MemberId peer) {}

    private Optional<Channel> working() {
        return requireNonNull(working.get()).map(Connection::channel);
    }

    private Optional<Channel> opening() {
        return requireNonNull(opening.get());
    }

    boolean isConnectedTo(MemberId peer) {
        return requireNonNull(working.get())
                .filter(connection -> connection.peer().equals(peer))
                .isPresent();
    }

    boolean isConnected() {
        return working().isPresent();
    }

    /** Sends, or drops when there is no connection or too much waits on it; false when dropped. */
    boolean send(Frame frame) {
        Optional<Channel> channel = working().filter(Channel::isWritable);
        channel.ifPresent(open ->
                open.writeAndFlush(FrameCodec.encode(frame)).addListener(ChannelFutureListener.CLOSE_ON_FAILURE));
        return channel.isPresent();
    }

    void forward(byte[] envelope, Consumer<ForwardAnswer> answer) {
        Optional<Channel> channel = working();
        if (channel.isEmpty()) {
            answer.accept(new ForwardAnswer.NotConnected());
            return;
        }
        OptionalLong correlation = channel.get().isWritable() ? forwards.add(answer) : OptionalLong.empty();
        if (correlation.isEmpty()) {
            answer.accept(new ForwardAnswer.Overloaded());
            return;
        }
        ask(
                channel.get(),
                new Frame.Forward(correlation.getAsLong(), envelope),
                () -> forwards.lose(correlation.getAsLong()));
    }

    void ask(SnapshotQuestion question, Consumer<SnapshotAnswer> answer) {
        Optional<Channel> channel = working();
        if (channel.isEmpty()) {
            answer.accept(new SnapshotAnswer.NotConnected());
            return;
        }
        OptionalLong correlation = channel.get().isWritable() ? snapshots.add(answer) : OptionalLong.empty();
        if (correlation.isEmpty()) {
            answer.accept(new SnapshotAnswer.Later());
            return;
        }
        ask(
                channel.get(),
                new Frame.AskSnapshot(correlation.getAsLong(), question),
                () -> snapshots.lose(correlation.getAsLong()));
    }

    private static void ask(Channel channel, Frame frame, Runnable whenLost) {
        channel.writeAndFlush(FrameCodec.encode(frame)).addListener(written -> {
            if (!written.isSuccess()) {
                whenLost.run();
            }
        });
    }

    private void loseOverdue() {
        forwards.loseOverdue();
        snapshots.loseOverdue();
    }

    private void loseAll() {
        forwards.loseAll();
        snapshots.loseAll();
    }

    private void connect() {
        if (closed.get()) {
            return;
        }
        // Looked up here, on the dialer's thread: a slow name server must not hold up the loops.
        ChannelFuture attempt = bootstrap.connect(new InetSocketAddress(address.host(), address.port()));
        opening.set(Optional.of(attempt.channel()));
        attempt.addListener(connected -> {
            if (!connected.isSuccess()) {
                note("cannot be reached (" + connected.cause().getMessage() + ")");
            }
        });
        attempt.channel().closeFuture().addListener(gone -> lost(attempt.channel()));
    }

    private void lost(Channel channel) {
        if (working().filter(channel::equals).isPresent()) {
            working.set(Optional.empty());
            note("connection lost");
        }
        loseAll();
        if (!closed.get()) {
            retry.set(Optional.of(threads.dialer().schedule(this::connect, pauseMillis(), TimeUnit.MILLISECONDS)));
        }
    }

    /** The peer is there, as it has just called: if the next attempt waits for its time, it is made now. */
    void tryNow() {
        Optional<ScheduledFuture<?>> waiting = requireNonNull(retry.getAndSet(Optional.empty()));
        if (waiting.filter(attempt -> attempt.cancel(false)).isPresent()) {
            failures.set(0);
            threads.dialer().execute(this::connect);
        }
    }

    /** Doubles with each failure in a row, with some chance in it so that restarted nodes do not call in step. */
    private long pauseMillis() {
        int doublings = Math.min(failures.getAndIncrement(), 10);
        long pause = Math.min((long) limits.reconnectMinMillis() << doublings, limits.reconnectMaxMillis());
        return pause / 2 + ThreadLocalRandom.current().nextLong(pause / 2 + 1);
    }

    /** Tells the operator, unless this was the last thing told about this peer. */
    private void note(String sentence) {
        if (!sentence.equals(trouble.getAndSet(sentence)) && !closed.get()) {
            LOG.warn("{}: {}; trying again until it works", address, sentence);
        }
    }

    @Override
    public void close() {
        closed.set(true);
        opening().ifPresent(channel -> channel.close().addListener(done -> {}));
        loseAll();
    }

    private final class Greeting implements PeerHandshake.Listener {
        @Override
        public void agreed(ChannelHandlerContext context, MemberId peer) {
            if (!peer.validator().equals(address.validator())) {
                refused(context, "it is " + peer.validator() + ": check peers in node.toml");
                context.close().addListener(done -> {});
                return;
            }
            context.pipeline().replace(context.handler(), "replies", new Replies());
            failures.set(0);
            trouble.set("");
            working.set(Optional.of(new Connection(context.channel(), peer)));
            LOG.info("connected to {}", address);
        }

        @Override
        public void refused(ChannelHandlerContext context, String sentence) {
            note(sentence);
        }
    }

    private final class Replies extends SimpleChannelInboundHandler<Frame> {
        @Override
        protected void channelRead0(ChannelHandlerContext context, Frame frame) {
            if (frame instanceof Frame.Reply reply) {
                forwards.answer(reply.correlation(), reply.answer());
            } else if (frame instanceof Frame.SnapshotPart part) {
                snapshots.answer(part.correlation(), part.answer());
            } else if (!(frame instanceof Frame.KeepAlive)) {
                throw new MalformedFrame("unexpected " + frame.getClass().getSimpleName());
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            note(TlsFailure.sentence(cause));
            context.close().addListener(done -> {});
        }
    }
}
