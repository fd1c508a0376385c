package org.khazana.ledger.block;

import java.util.Arrays;
import org.khazana.ledger.crypto.Domain;
import org.khazana.ledger.crypto.Hash;

/**
 * Who takes part in consensus, in the bytes that consensus gives it; the ledger carries and hashes them without reading
 * them. Byte form: {@code docs/proofs.md}.
 */
public final class Membership {
    /** Most bytes: 64 KiB. */
    public static final int BYTES_MAX = 64 << 10;

    private final byte[] bytes;

    private Membership(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Copies {@code bytes}.
     *
     * @throws IllegalArgumentException if there are none, or more than {@link #BYTES_MAX}
     */
    public static Membership of(byte[] bytes) {
        if (bytes.length < 1 || bytes.length > BYTES_MAX) {
            throw new IllegalArgumentException("a membership has 1 to " + BYTES_MAX + " bytes, not " + bytes.length);
        }
        return new Membership(bytes.clone());
    }

    public byte[] toBytes() {
        return bytes.clone();
    }

    /** What the header of every block names while this is in force. */
    public Hash hash() {
        return Domain.VALIDATOR_SET.hash(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Membership membership && Arrays.equals(bytes, membership.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return bytes.length + " bytes of membership";
    }
}
