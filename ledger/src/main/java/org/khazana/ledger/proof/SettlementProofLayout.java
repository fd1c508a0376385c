package org.khazana.ledger.proof;

import java.nio.ByteBuffer;
import org.khazana.ledger.block.HeaderLayout;
import org.khazana.ledger.crypto.MerklePath;
import org.khazana.ledger.receipt.ReceiptLimits;
import org.khazana.ledger.transaction.EnvelopeLimits;

/**
 * The one byte form of a settlement proof: a version, then its five parts, each after its length in four bytes, all numbers
 * big-endian. Layout: {@code docs/proofs.md}.
 */
public final class SettlementProofLayout {
    public static final int VERSION = 1;

    private static final int PARTS = 5;

    /** Most bytes of a settlement proof. */
    public static final int BYTES_MAX = Short.BYTES
            + PARTS * Integer.BYTES
            + HeaderLayout.BYTES
            + EnvelopeLimits.ENVELOPE_BYTES_MAX
            + ReceiptLimits.RECEIPT_BYTES_MAX
            + 2 * MerklePath.BYTES_MAX;

    private SettlementProofLayout() {}

    public static byte[] encode(SettlementProof proof) {
        byte[][] parts = {
            proof.header(),
            proof.envelope(),
            proof.envelopePath().toBytes(),
            proof.receipt(),
            proof.receiptPath().toBytes()
        };
        int length = Short.BYTES;
        for (byte[] part : parts) {
            length = Math.addExact(length, Integer.BYTES + part.length);
        }
        ByteBuffer bytes = ByteBuffer.allocate(length).putShort((short) VERSION);
        for (byte[] part : parts) {
            bytes.putInt(part.length).put(part);
        }
        return bytes.array();
    }

    /**
     * Reads a proof; what it returns encodes to the same bytes. Whether it proves anything is not asked here.
     *
     * @throws IllegalArgumentException saying what is wrong, if these bytes are not the form of any proof
     */
    public static SettlementProof decode(byte[] proof) {
        require(proof.length >= Short.BYTES, "a proof has at least 2 bytes");
        ByteBuffer bytes = ByteBuffer.wrap(proof);
        int version = bytes.getShort();
        require(version == VERSION, "unknown version of the settlement proof: " + version);
        SettlementProof decoded = new SettlementProof(
                part(bytes, HeaderLayout.BYTES),
                part(bytes, EnvelopeLimits.ENVELOPE_BYTES_MAX),
                MerklePath.of(part(bytes, MerklePath.BYTES_MAX)),
                part(bytes, ReceiptLimits.RECEIPT_BYTES_MAX),
                MerklePath.of(part(bytes, MerklePath.BYTES_MAX)));
        require(!bytes.hasRemaining(), "something follows behind the proof");
        return decoded;
    }

    private static byte[] part(ByteBuffer bytes, int lengthMax) {
        require(bytes.remaining() >= Integer.BYTES, "the proof ends too early");
        int length = bytes.getInt();
        require(length >= 0 && length <= lengthMax, "a part of the proof is too long");
        require(length <= bytes.remaining(), "the proof ends too early");
        byte[] part = new byte[length];
        bytes.get(part);
        return part;
    }

    private static void require(boolean holds, String wrong) {
        if (!holds) {
            throw new IllegalArgumentException(wrong);
        }
    }
}
