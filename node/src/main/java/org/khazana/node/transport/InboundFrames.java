package org.khazana.node.transport;

import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.util.concurrent.EventExecutor;
import java.util.concurrent.atomic.AtomicLong;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.wire.MalformedMessage;
import org.khazana.consensus.wire.MessageCodec;

/**
 * Hands the frames of one authenticated peer to the receiver, one after another, on an inspector thread. When too many
 * bytes wait for the inspector, nothing more is read from the connection, so that the peer has to wait.
 */
final class InboundFrames extends SimpleChannelInboundHandler<Frame> {
    private static final int UNINSPECTED_BYTES_MAX = 8 << 20;

    private final AtomicLong uninspectedBytes = new AtomicLong();
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
        int size = sizeOf(frame);
        if (uninspectedBytes.addAndGet(size) > UNINSPECTED_BYTES_MAX) {
            context.channel().config().setAutoRead(false);
        }
        inspector.execute(() -> {
            try {
                handle(context, frame);
            } catch (RuntimeException | MalformedMessage e) {
                exceptionCaught(context, e);
            } finally {
                release(context, size);
            }
        });
    }

    private void release(ChannelHandlerContext context, int size) {
        if (uninspectedBytes.addAndGet(-size) <= UNINSPECTED_BYTES_MAX / 2) {
            context.channel().config().setAutoRead(true);
        }
    }

    private static int sizeOf(Frame frame) {
        int header = 64; // what even an empty frame costs in memory
        return switch (frame) {
            case Frame.Raft raft -> header + raft.message().length;
            case Frame.Vote vote -> header + vote.message().length;
            case Frame.Forward forward -> header + forward.envelope().length;
            case Frame.Finality finality -> header + finality.message().length;
            case Frame.SnapshotPart part -> header;
            case Frame.AskSnapshot ask -> header;
            case Frame.Hello hello -> header;
            case Frame.Reply reply -> header;
            case Frame.KeepAlive alive -> header;
        };
    }

    private void handle(ChannelHandlerContext context, Frame frame) throws MalformedMessage {
        switch (frame) {
            case Frame.Raft raft -> receiver.message(peer, MessageCodec.decode(raft.message()));
            case Frame.Vote vote -> receiver.vote(peer, MessageCodec.decode(vote.message()), vote.signature());
            case Frame.Forward forward ->
                receiver.submission(
                        peer,
                        forward.envelope(),
                        answer -> reply(context, new Frame.Reply(forward.correlation(), answer)));
            case Frame.AskSnapshot ask ->
                receiver.snapshotQuestion(
                        peer,
                        ask.question(),
                        answer -> reply(
                                context, new Frame.SnapshotPart(ask.correlation(), whenWritable(context, answer))));
            case Frame.Finality finality -> receiver.finality(peer, finality.message());
            case Frame.KeepAlive alive -> {}
            case Frame.SnapshotPart unexpected -> throw new MalformedFrame("a part of a snapshot nobody asked for");
            case Frame.Hello unexpected -> throw new MalformedFrame("a second greeting");
            case Frame.Reply unexpected -> throw new MalformedFrame("an answer to nothing");
        }
    }

    /** A peer that asks faster than it reads must not fill our memory. */
    private static SnapshotAnswer whenWritable(ChannelHandlerContext context, SnapshotAnswer answer) {
        return context.channel().isWritable() ? answer : new SnapshotAnswer.Later();
    }

    private static void reply(ChannelHandlerContext context, Frame reply) {
        context.channel().writeAndFlush(FrameCodec.encode(reply)).addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        log.warn("closed the connection of " + peer + ": " + TlsFailure.sentence(cause));
        context.close().addListener(done -> {});
    }
}
