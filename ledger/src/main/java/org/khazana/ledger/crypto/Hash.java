package org.khazana.ledger.crypto;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;

/** A SHA-256 hash: 32 bytes, ordered as unsigned bytes. */
public final class Hash implements Comparable<Hash> {
    public static final int BYTES = 32;
    /** 32 zero bytes, which are no hash of anything: what stands for nothing. */
    public static final Hash ZEROS = new Hash(new byte[BYTES]);

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Copies {@code bytes}, which must be 32 long. */
    public static Hash of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a hash has 32 bytes, not " + bytes.length);
        }
        return new Hash(bytes.clone());
    }

    /** Takes over {@code bytes}, which must be 32 long and nobody else's. */
    static Hash owning(byte[] bytes) {
        return new Hash(bytes);
    }

    /** Copies 32 of {@code bytes}, from the place {@code from}. */
    public static Hash of(byte[] bytes, int from) {
        Objects.checkFromIndexSize(from, BYTES, bytes.length);
        return new Hash(Arrays.copyOfRange(bytes, from, from + BYTES));
    }

    /** Reads 64 hexadecimal digits. */
    public static Hash fromHex(String hex) {
        return of(HexFormat.of().parseHex(hex));
    }

    public byte[] toBytes() {
        return bytes.clone();
    }

    /** Puts the 32 bytes at that place of {@code target}. */
    public void copyTo(byte[] target, int at) {
        System.arraycopy(bytes, 0, target, at, BYTES);
    }

    /** One of the 32 bytes, 0 to 255. */
    public int byteAt(int index) {
        return Byte.toUnsignedInt(bytes[index]);
    }

    @Override
    public int compareTo(Hash other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
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
