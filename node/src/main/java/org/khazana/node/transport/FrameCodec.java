package org.khazana.node.transport;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.khazana.consensus.log.EntryId;
import org.khazana.consensus.log.Term;
import org.khazana.consensus.membership.MemberId;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.transaction.ChainId;

/**
 * Frames as bytes: a length of four bytes, then one byte for the kind, then the fields, all big-endian. Texts are UTF-8
 * behind a length of one byte.
 */
final class FrameCodec {
    static final int LENGTH_BYTES = 4;
    private static final int TEXT_BYTES_MAX = 255;

    private static final int HELLO = 1;
    private static final int RAFT = 2;
    private static final int FORWARD = 3;
    private static final int REPLY = 4;
    private static final int KEEP_ALIVE = 5;
    private static final int ASK_SNAPSHOT = 6;
    private static final int SNAPSHOT_PART = 7;
    private static final int FINALITY = 8;
    private static final int VOTE = 9;

    private static final int ACCEPTED = 1;
    private static final int REFUSED = 2;
    private static final int NOT_LEADER = 3;
    private static final int OVERLOADED = 4;

    private FrameCodec() {}

    /** The frame with its length in front. */
    static ByteBuf encode(Frame frame) {
        return switch (frame) {
            case Frame.Raft raft -> withLength(Unpooled.buffer(5).writeByte(RAFT), raft.message());
            case Frame.Vote vote ->
                withLength(Unpooled.buffer(65).writeByte(VOTE).writeBytes(vote.signature()), vote.message());
            case Frame.Forward forward ->
                withLength(Unpooled.buffer(13).writeByte(FORWARD).writeLong(forward.correlation()), forward.envelope());
            case Frame.Hello hello -> withLength(hello(hello), new byte[0]);
            case Frame.Reply reply -> withLength(reply(reply), new byte[0]);
            case Frame.AskSnapshot ask ->
                withLength(
                        Unpooled.buffer(9).writeByte(ASK_SNAPSHOT).writeLong(ask.correlation()),
                        SnapshotFrames.question(ask.question()));
            case Frame.SnapshotPart part ->
                withLength(
                        Unpooled.buffer(9).writeByte(SNAPSHOT_PART).writeLong(part.correlation()),
                        SnapshotFrames.answer(part.answer()));
            case Frame.Finality finality -> withLength(Unpooled.buffer(1).writeByte(FINALITY), finality.message());
            case Frame.KeepAlive alive -> withLength(Unpooled.buffer(1).writeByte(KEEP_ALIVE), new byte[0]);
        };
    }

    /** Reads a frame whose length was taken off already; the buffer must hold this frame and nothing else. */
    static Frame decode(ByteBuf in) {
        try {
            Frame frame = read(in);
            if (in.isReadable()) {
                throw new MalformedFrame("a frame is followed by " + in.readableBytes() + " bytes too many");
            }
            return frame;
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new MalformedFrame("a frame is cut short or holds a wrong value: " + e.getMessage(), e);
        }
    }

    private static Frame read(ByteBuf in) {
        int kind = in.readUnsignedByte();
        return switch (kind) {
            case HELLO -> new Frame.Hello(in.readUnsignedShort(), chainId(in), text(in), member(in));
            case RAFT -> new Frame.Raft(rest(in));
            case VOTE -> new Frame.Vote(bytes(Frame.Vote.SIGNATURE_BYTES, in), rest(in));
            case FORWARD -> new Frame.Forward(in.readLong(), rest(in));
            case REPLY -> new Frame.Reply(in.readLong(), answer(in));
            case KEEP_ALIVE -> new Frame.KeepAlive();
            case ASK_SNAPSHOT -> new Frame.AskSnapshot(in.readLong(), SnapshotFrames.readQuestion(in));
            case SNAPSHOT_PART -> new Frame.SnapshotPart(in.readLong(), SnapshotFrames.readAnswer(in));
            case FINALITY -> new Frame.Finality(rest(in));
            default -> throw new MalformedFrame("frame kind " + kind + " is not known");
        };
    }

    private static ByteBuf hello(Frame.Hello hello) {
        ByteBuf out = Unpooled.buffer().writeByte(HELLO).writeShort(hello.protocolVersion());
        out.writeBytes(hello.chainId().hash().toBytes());
        writeText(out, hello.networkName());
        writeMember(out, hello.member());
        return out;
    }

    private static ByteBuf reply(Frame.Reply reply) {
        ByteBuf out = Unpooled.buffer().writeByte(REPLY).writeLong(reply.correlation());
        switch (reply.answer()) {
            case ForwardAnswer.Accepted accepted ->
                out.writeByte(ACCEPTED)
                        .writeLong(accepted.entry().term().number())
                        .writeLong(accepted.entry().index());
            case ForwardAnswer.Refused refused ->
                writeText(out.writeByte(REFUSED).writeInt(refused.code()), refused.detail());
            case ForwardAnswer.NotLeader notLeader -> writeLeader(out.writeByte(NOT_LEADER), notLeader.leader());
            case ForwardAnswer.Overloaded overloaded -> out.writeByte(OVERLOADED);
            case ForwardAnswer.NotConnected local -> throw new IllegalArgumentException(local + " is never sent");
            case ForwardAnswer.Lost local -> throw new IllegalArgumentException(local + " is never sent");
        }
        return out;
    }

    private static ForwardAnswer answer(ByteBuf in) {
        int kind = in.readUnsignedByte();
        return switch (kind) {
            case ACCEPTED -> new ForwardAnswer.Accepted(new EntryId(new Term(in.readLong()), in.readLong()));
            case REFUSED -> new ForwardAnswer.Refused(in.readInt(), text(in));
            case NOT_LEADER ->
                new ForwardAnswer.NotLeader(in.readBoolean() ? Optional.of(member(in)) : Optional.empty());
            case OVERLOADED -> new ForwardAnswer.Overloaded();
            default -> throw new MalformedFrame("answer kind " + kind + " is not known");
        };
    }

    private static ByteBuf withLength(ByteBuf head, byte[] tail) {
        return withLength(head, Unpooled.wrappedBuffer(tail));
    }

    /** Joined without copying {@code tail}, which may be large. */
    private static ByteBuf withLength(ByteBuf head, ByteBuf tail) {
        ByteBuf length = Unpooled.buffer(LENGTH_BYTES).writeInt(head.readableBytes() + tail.readableBytes());
        return Unpooled.wrappedBuffer(length, head, tail);
    }

    private static ChainId chainId(ByteBuf in) {
        return new ChainId(Hash.of(bytes(Hash.BYTES, in)));
    }

    private static byte[] rest(ByteBuf in) {
        return bytes(in.readableBytes(), in);
    }

    private static byte[] bytes(int length, ByteBuf in) {
        byte[] bytes = new byte[length];
        in.readBytes(bytes);
        return bytes;
    }

    private static String text(ByteBuf in) {
        byte[] bytes = new byte[in.readUnsignedByte()];
        in.readBytes(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static MemberId member(ByteBuf in) {
        return new MemberId(text(in), in.readLong());
    }

    private static void writeMember(ByteBuf out, MemberId member) {
        writeText(out, member.validator());
        out.writeLong(member.directory());
    }

    private static void writeLeader(ByteBuf out, Optional<MemberId> leader) {
        out.writeBoolean(leader.isPresent());
        leader.ifPresent(member -> writeMember(out, member));
    }

    private static void writeText(ByteBuf out, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int length = Math.min(bytes.length, TEXT_BYTES_MAX);
        out.writeByte(length).writeBytes(bytes, 0, length);
    }
}
