package org.khazana.ledger.block;

import java.util.Arrays;

/**
 * What a proposer has signed the header of its block with: an Ed25519 signature over {@link HeaderLayout#signingBytes}. The key is
 * that of the validator that the header names. It travels and is kept with the block, and no hash covers it.
 */
public final class HeaderSignature {
    public static final int BYTES = 64;

    private final byte[] bytes;

    private HeaderSignature(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Copies {@code bytes}.
     *
     * @throws IllegalArgumentException if they are not 64
     */
    public static HeaderSignature of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a header is signed with 64 bytes, not " + bytes.length);
        }
        return new HeaderSignature(bytes.clone());
    }

    public byte[] toBytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HeaderSignature signature && Arrays.equals(bytes, signature.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "signature of a header";
    }
}
