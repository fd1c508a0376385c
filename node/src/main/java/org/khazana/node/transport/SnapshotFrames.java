package org.khazana.node.transport;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.khazana.ledger.crypto.Hash;

/** What {@link FrameCodec} says of snapshots. */
final class SnapshotFrames {
    private static final int MANIFEST = 1;
    private static final int CHUNK = 2;
    private static final int LATER = 3;
    private static final int GONE = 4;

    private SnapshotFrames() {}

    static ByteBuf question(SnapshotQuestion question) {
        return switch (question) {
            case SnapshotQuestion.Manifest manifest ->
                Unpooled.buffer(9).writeByte(MANIFEST).writeLong(manifest.heightMin());
            case SnapshotQuestion.Chunk chunk ->
                Unpooled.buffer(5 + Hash.BYTES)
                        .writeByte(CHUNK)
                        .writeBytes(chunk.manifestId().toBytes())
                        .writeInt(chunk.index());
        };
    }

    static SnapshotQuestion readQuestion(ByteBuf in) {
        int kind = in.readUnsignedByte();
        return switch (kind) {
            case MANIFEST -> new SnapshotQuestion.Manifest(in.readLong());
            case CHUNK -> new SnapshotQuestion.Chunk(Hash.of(bytes(in, Hash.BYTES)), in.readInt());
            default -> throw new MalformedFrame("snapshot question " + kind + " is not known");
        };
    }

    /** Without copying what may be large. */
    static ByteBuf answer(SnapshotAnswer answer) {
        return switch (answer) {
            case SnapshotAnswer.Manifest manifest ->
                Unpooled.wrappedBuffer(
                        Unpooled.buffer(1 + Integer.BYTES).writeByte(MANIFEST).writeInt(manifest.voucher().length),
                        Unpooled.wrappedBuffer(manifest.voucher()),
                        Unpooled.wrappedBuffer(manifest.bytes()));
            case SnapshotAnswer.Chunk chunk -> joined(CHUNK, chunk.bytes());
            case SnapshotAnswer.Later later -> joined(LATER, new byte[0]);
            case SnapshotAnswer.Gone gone -> joined(GONE, new byte[0]);
            case SnapshotAnswer.NotConnected local -> throw new IllegalArgumentException(local + " is never sent");
            case SnapshotAnswer.Lost local -> throw new IllegalArgumentException(local + " is never sent");
        };
    }

    static SnapshotAnswer readAnswer(ByteBuf in) {
        int kind = in.readUnsignedByte();
        return switch (kind) {
            case MANIFEST -> manifest(in);
            case CHUNK -> new SnapshotAnswer.Chunk(bytes(in, in.readableBytes()));
            case LATER -> new SnapshotAnswer.Later();
            case GONE -> new SnapshotAnswer.Gone();
            default -> throw new MalformedFrame("snapshot answer " + kind + " is not known");
        };
    }

    private static SnapshotAnswer manifest(ByteBuf in) {
        int voucherBytes = in.readInt();
        if (voucherBytes < 0 || voucherBytes > in.readableBytes()) {
            throw new MalformedFrame("a voucher of " + voucherBytes + " bytes");
        }
        byte[] voucher = bytes(in, voucherBytes);
        return new SnapshotAnswer.Manifest(bytes(in, in.readableBytes()), voucher);
    }

    private static ByteBuf joined(int kind, byte[] tail) {
        return Unpooled.wrappedBuffer(Unpooled.buffer(1).writeByte(kind), Unpooled.wrappedBuffer(tail));
    }

    private static byte[] bytes(ByteBuf in, int count) {
        byte[] bytes = new byte[count];
        in.readBytes(bytes);
        return bytes;
    }
}
