package org.khazana.node.bench.http;

import static java.util.Objects.requireNonNull;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.AsciiString;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.khazana.node.bench.drive.Answer;
import org.khazana.node.bench.drive.Attempt;
import org.khazana.node.bench.drive.Drive;
import org.khazana.node.bench.drive.Request;

/**
 * One keep-alive connection with at most one request on it; opened again, to the next validator, when it is lost. Belongs to
 * the event loop, and tells the drive what becomes of what it sends.
 */
final class Connection {
    private static final int ANSWER_BYTES_MAX = 1 << 20;
    private static final long REOPEN_PAUSE_MILLIS = 5;
    private static final AsciiString HOST = AsciiString.cached("khazana");
    private static final AsciiString PROTOBUF = AsciiString.cached("application/x-protobuf");

    private final Bootstrap bootstrap;
    private final Targets targets;
    private final Drive drive;
    private final Queue<Connection> idle;
    private int node;
    private @Nullable Channel channel;
    private @Nullable Attempt attempt;

    /**
     * Not open yet.
     *
     * @param number of the connection, from 0
     * @param idle where it waits for the next request whenever it is open and has none
     */
    Connection(Bootstrap bootstrap, Targets targets, int number, Drive drive, Queue<Connection> idle) {
        this.bootstrap = bootstrap.clone().handler(new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel opened) {
                opened.pipeline()
                        .addLast(new HttpClientCodec(), new HttpObjectAggregator(ANSWER_BYTES_MAX), new Answers());
            }
        });
        this.targets = targets;
        this.drive = drive;
        this.idle = idle;
        this.node = targets.firstOf(number);
    }

    /** Begins to connect, and tries one validator after another until it has succeeded. */
    void open() {
        URI address = targets.nodes().get(node);
        ChannelFuture opening = bootstrap.connect(address.getHost(), address.getPort());
        opening.addListener(done -> {
            if (!done.isSuccess()) {
                reopen(opening.channel());
            }
        });
    }

    private void reopen(Channel lost) {
        node = targets.after(node);
        if (!lost.eventLoop().isShuttingDown()) {
            lost.eventLoop()
                    .schedule(this::open, REOPEN_PAUSE_MILLIS, TimeUnit.MILLISECONDS)
                    .addListener(opened -> {});
        }
    }

    /** Sends a request; to be called when it waits for one. */
    void send(Attempt next) {
        attempt = next;
        requireNonNull(channel).writeAndFlush(http(next.request())).addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
    }

    private static FullHttpRequest http(Request request) {
        byte[] envelope = request.envelope();
        FullHttpRequest http = new DefaultFullHttpRequest(
                HttpVersion.HTTP_1_1,
                envelope.length == 0 ? HttpMethod.GET : HttpMethod.POST,
                request.path(),
                Unpooled.wrappedBuffer(envelope));
        http.headers().set(HttpHeaderNames.HOST, HOST);
        if (envelope.length > 0) {
            http.headers().set(HttpHeaderNames.CONTENT_TYPE, PROTOBUF);
            http.headers().set(HttpHeaderNames.CONTENT_LENGTH, envelope.length);
        }
        return http;
    }

    /** The request that is on it, which from now on is not. */
    private Optional<Attempt> takeAttempt() {
        Attempt taken = attempt;
        attempt = null;
        return Optional.ofNullable(taken);
    }

    /** What comes on one channel, from when it is open until it is lost. */
    private final class Answers extends SimpleChannelInboundHandler<FullHttpResponse> {

        @Override
        public void channelActive(ChannelHandlerContext context) {
            channel = context.channel();
            idle.add(Connection.this);
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, FullHttpResponse response) {
            Optional<Attempt> asked = takeAttempt();
            if (asked.isEmpty() || response.decoderResult().isFailure()) {
                asked.ifPresent(again -> drive.lost(again, System.nanoTime()));
                context.close().addListener(closed -> {});
                return;
            }
            drive.answered(asked.get(), answer(asked.get().request().kind(), response), System.nanoTime());
            if (HttpUtil.isKeepAlive(response)) {
                idle.add(Connection.this);
            } else {
                context.close().addListener(closed -> {});
            }
        }

        private static Answer answer(Request.Kind kind, FullHttpResponse response) {
            int status = response.status().code();
            return new Answer(
                    status,
                    Answer.isBodyNeeded(kind, status) ? response.content().toString(StandardCharsets.UTF_8) : "");
        }

        /** A validator may close what is idle; only what was on its way counts as an error. */
        @Override
        public void channelInactive(ChannelHandlerContext context) {
            channel = null;
            idle.remove(Connection.this);
            takeAttempt().ifPresent(again -> drive.lost(again, System.nanoTime()));
            reopen(context.channel());
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
            context.close().addListener(closed -> {});
        }
    }
}
