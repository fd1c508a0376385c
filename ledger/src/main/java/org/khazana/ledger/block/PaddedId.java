package org.khazana.ledger.block;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The id of a validator in 32 bytes: 1 to 32 characters of {@code a-z 0-9 -}, padded with zero bytes. */
public final class PaddedId {
    public static final int BYTES = 32;

    private PaddedId() {}

    /** Writes an id; throws {@link IllegalArgumentException} if it is none. */
    public static byte[] encode(String id) {
        if (!isId(id)) {
            throw new IllegalArgumentException("not the id of a validator: '" + id + "'");
        }
        return Arrays.copyOf(id.getBytes(StandardCharsets.US_ASCII), BYTES);
    }

    /** Takes 32 bytes and reads the id; throws {@link IllegalArgumentException} if they are not the form of one. */
    public static String decode(ByteBuffer from) {
        byte[] padded = new byte[BYTES];
        from.get(padded);
        int length = 0;
        while (length < padded.length && padded[length] != 0) {
            length++;
        }
        String id = new String(padded, 0, length, StandardCharsets.US_ASCII);
        if (!isId(id)) {
            throw new IllegalArgumentException("these bytes are not the id of a validator");
        }
        if (!Arrays.equals(padded, encode(id))) {
            throw new IllegalArgumentException("the id of a validator is not padded with zero bytes");
        }
        return id;
    }

    private static boolean isId(String id) {
        return !id.isEmpty()
                && id.length() <= BYTES
                && id.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-');
    }
}
