package org.khazana.ledger.block;

import java.util.Arrays;
import org.khazana.ledger.crypto.Domain;
import org.khazana.ledger.crypto.Hash;

/**
 * A certificate of an earlier block, as a block carries it: its exact bytes, which are hashed here and read elsewhere. Byte form:
 * {@code docs/proofs.md}.
 */
public final class EmbeddedCertificate {
    /** Most bytes: a certificate with nine signatures. */
    public static final int BYTES_MAX = 1_043;

    private final byte[] bytes;

    private EmbeddedCertificate(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Copies {@code bytes}.
     *
     * @throws IllegalArgumentException if there are none, or more than {@link #BYTES_MAX}
     */
    public static EmbeddedCertificate of(byte[] bytes) {
        if (bytes.length < 1 || bytes.length > BYTES_MAX) {
            throw new IllegalArgumentException("a certificate has 1 to " + BYTES_MAX + " bytes, not " + bytes.length);
        }
        return new EmbeddedCertificate(bytes.clone());
    }

    public byte[] toBytes() {
        return bytes.clone();
    }

    /** What the header of the block names. No certificate has {@link Hash#ZEROS}, which stands for none. */
    public Hash hash() {
        return Domain.CERTIFICATE.hash(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EmbeddedCertificate certificate && Arrays.equals(bytes, certificate.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return bytes.length + " bytes of a certificate";
    }
}
