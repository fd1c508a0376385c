package org.khazana.ledger.statetree;

import java.nio.ByteBuffer;

/**
 * Names one version of a page: the pages of one block stand together, and no page is ever written twice.
 *
 * @param height of the block that wrote it
 */
public record PageKey(long height, Prefix prefix) {
    private static final int HEAD_BYTES = Long.BYTES + 1;

    /** Height (8), number of nibbles (1), the nibbles, two in a byte and filled up with a zero. In the order of the heights. */
    public byte[] toBytes() {
        byte[] packed = prefix.packed();
        return ByteBuffer.allocate(HEAD_BYTES + packed.length)
                .putLong(height)
                .put((byte) prefix.nibbles())
                .put(packed)
                .array();
    }

    /**
     * Reads what {@link #toBytes} gave.
     *
     * @throws IllegalArgumentException if it is nothing of the kind
     */
    public static PageKey of(byte[] bytes) {
        if (bytes.length < HEAD_BYTES) {
            throw new IllegalArgumentException("the key of a page has " + bytes.length + " bytes");
        }
        ByteBuffer fields = ByteBuffer.wrap(bytes);
        long height = fields.getLong();
        int nibbles = fields.get();
        byte[] packed = new byte[fields.remaining()];
        fields.get(packed);
        if (height < 0) {
            throw new IllegalArgumentException("the key of a page has the height " + height);
        }
        return new PageKey(height, Prefix.of(packed, nibbles));
    }
}
