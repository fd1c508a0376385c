package org.khazana.consensus.log;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * The 32 bytes that stand for one entry and, through the parent hash inside it, for the whole log before it. Consensus
 * compares these hashes; what they are computed over is the business of the {@link org.khazana.consensus.port port}
 * that builds entries.
 */
public final class EntryHash {
    public static final int BYTES = 32;

    private final byte[] bytes;

    private EntryHash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Copies {@code bytes}, which must be 32 long. */
    public static EntryHash of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("an entry hash has 32 bytes, not " + bytes.length);
        }
        return new EntryHash(bytes.clone());
    }

    public byte[] toBytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EntryHash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** All 64 hexadecimal digits, lower case. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
