package org.khazana.storage.snapshot;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import org.khazana.ledger.block.BlockHeader;
import org.khazana.ledger.block.HeaderLayout;
import org.khazana.ledger.proof.MalformedTestimony;
import org.khazana.ledger.proof.TestimonyCodec;

/** Vouchers as bytes; a voucher has one byte form, and any other is refused. Layout: {@code docs/proofs.md}. */
public final class VoucherCodec {
    private static final int VERSION = 1;

    /** Most bytes of an encoded voucher, so that it fits into one message with a manifest: 640 KiB. */
    public static final int BYTES_MAX = 640 << 10;

    private VoucherCodec() {}

    public static byte[] encode(SnapshotVoucher voucher) {
        byte[] header = HeaderLayout.encode(voucher.header());
        byte[] testimony = TestimonyCodec.encode(voucher.testimony());
        return ByteBuffer.allocate(2 * Short.BYTES + header.length + testimony.length)
                .putShort((short) VERSION)
                .putShort((short) header.length)
                .put(header)
                .put(testimony)
                .array();
    }

    /**
     * Reads one whole voucher. Whether it makes anything believed is another question.
     *
     * @throws MalformedSnapshot if {@code bytes} are anything else
     */
    public static SnapshotVoucher decode(byte[] bytes) throws MalformedSnapshot {
        if (bytes.length > BYTES_MAX) {
            throw new MalformedSnapshot("a voucher of " + bytes.length + " bytes");
        }
        try {
            ByteBuffer in = ByteBuffer.wrap(bytes);
            int version = in.getShort();
            if (version != VERSION) {
                throw new MalformedSnapshot("a voucher of version " + version);
            }
            byte[] header = new byte[Short.toUnsignedInt(in.getShort())];
            in.get(header);
            BlockHeader read = HeaderLayout.decode(header);
            byte[] testimony = new byte[in.remaining()];
            in.get(testimony);
            return new SnapshotVoucher(read, TestimonyCodec.decode(testimony));
        } catch (BufferUnderflowException | IllegalArgumentException | MalformedTestimony e) {
            throw new MalformedSnapshot("a voucher that is cut short or holds a wrong value: " + e.getMessage(), e);
        }
    }
}
