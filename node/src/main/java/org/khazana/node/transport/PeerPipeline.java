package org.khazana.node.transport;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.LengthFieldBasedFrameDecoder;
import io.netty.handler.codec.MessageToMessageDecoder;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.timeout.IdleState;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What both sides of a connection have in common: TLS, frames, signs of life, then the greeting. */
final class PeerPipeline {

    private PeerPipeline() {}

    static void build(SocketChannel channel, SslContext tls, TransportLimits limits, PeerHandshake handshake) {
        SslHandler ssl = tls.newHandler(channel.alloc());
        ssl.setHandshakeTimeoutMillis(limits.handshakeTimeoutMillis());
        channel.pipeline()
                .addLast(ssl)
                .addLast(new IdleStateHandler(
                        limits.silenceMillis(), limits.keepAliveMillis(), 0, TimeUnit.MILLISECONDS))
                .addLast(new LengthFieldBasedFrameDecoder(
                        limits.frameBytesMax(), 0, FrameCodec.LENGTH_BYTES, 0, FrameCodec.LENGTH_BYTES))
                .addLast(new FrameDecoder())
                .addLast(handshake);
    }

    /** From now on an idle connection says so; before the greeting it must not, since that comes first. */
    static void startSignsOfLife(ChannelHandlerContext greeted) {
        greeted.pipeline().addBefore(greeted.name(), null, new SignsOfLife());
    }

    private static final class FrameDecoder extends MessageToMessageDecoder<ByteBuf> {
        @Override
        protected void decode(ChannelHandlerContext context, ByteBuf frame, List<Object> out) {
            out.add(FrameCodec.decode(frame));
        }
    }

    /** Speaks when there is nothing to say, and hangs up on a peer that does not: a dead host sends no goodbye. */
    private static final class SignsOfLife extends ChannelDuplexHandler {
        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) {
            if (event instanceof IdleStateEvent idle && idle.state() == IdleState.WRITER_IDLE) {
                context.writeAndFlush(FrameCodec.encode(new Frame.KeepAlive()))
                        .addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
            } else if (event instanceof IdleStateEvent) {
                context.fireExceptionCaught(new PeerSilent());
            } else {
                context.fireUserEventTriggered(event);
            }
        }
    }

    /** Nothing came from the peer for longer than allowed. */
    static final class PeerSilent extends RuntimeException {
        PeerSilent() {
            super("it has been silent for too long");
        }
    }
}
