package org.khazana.ledger.table;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Takes the fields of a key in the order in which {@link KeyWriter} has put them. */
public final class KeyReader {
    private final ByteBuffer bytes;

    KeyReader(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes);
    }

    public long number() {
        return bytes.getLong() ^ Long.MIN_VALUE;
    }

    public <E extends Enum<E> & Numbered> E constant(Class<E> type) {
        return Numbered.of(type, Byte.toUnsignedInt(bytes.get()));
    }

    /** How many bytes are left. */
    public int remaining() {
        return bytes.remaining();
    }

    public byte[] fixed(int length) {
        byte[] field = new byte[length];
        bytes.get(field);
        return field;
    }

    public String padded(int length) {
        String text = new String(fixed(length), StandardCharsets.US_ASCII);
        int end = text.indexOf('\0');
        return end < 0 ? text : text.substring(0, end);
    }

    public String last() {
        return new String(fixed(bytes.remaining()), StandardCharsets.UTF_8);
    }
}
