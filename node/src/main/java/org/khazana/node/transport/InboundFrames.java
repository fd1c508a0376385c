package org.khazana.node.transport;

import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.util.concurrent.EventExecutor;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.wire.MalformedMessage;
import org.khazana.consensus.wire.MessageCodec;

/** Hands the frames of one authenticated peer to the receiver, one after another, on an inspector thread. */
final class InboundFrames extends SimpleChannelInboundHandler<Frame> {
    private final MemberId peer;
    private final PeerReceiver receiver;
    private final EventExecutor inspector;
    private final SparingLog log;

    InboundFrames(MemberId peer, PeerReceiver receiver, EventExecutor inspector, SparingLog log) {
        this.peer = peer;
        this.receiver = receiver;
        this.inspector = inspector;
        this.log = log;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, Frame frame) {
        inspector.execute(() -> {
            try {
                handle(context, frame);
                context.read();
            } catch (RuntimeException | MalformedMessage e) {
                exceptionCaught(context, e);
            }
        });
    }

    private void handle(ChannelHandlerContext context, Frame frame) throws MalformedMessage {
        switch (frame) {
            case Frame.Raft raft -> receiver.message(peer, MessageCodec.decode(raft.message()));
            case Frame.Forward forward ->
                receiver.submission(
                        peer,
                        forward.envelope(),
                        answer -> reply(context, new Frame.Reply(forward.correlation(), answer)));
            case Frame.KeepAlive alive -> {}
            case Frame.Hello unexpected -> throw new MalformedFrame("a second greeting");
            case Frame.Reply unexpected -> throw new MalformedFrame("an answer to nothing");
        }
    }

    private static void reply(ChannelHandlerContext context, Frame.Reply reply) {
        context.channel().writeAndFlush(FrameCodec.encode(reply)).addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        log.warn("closed the connection of " + peer + ": " + TlsFailure.sentence(cause));
        context.close().addListener(done -> {});
    }
}
