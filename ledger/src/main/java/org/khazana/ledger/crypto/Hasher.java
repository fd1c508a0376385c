package org.khazana.ledger.crypto;

import java.security.DigestException;
import java.security.MessageDigest;

/**
 * Hashes many objects one after another, as {@link Domain#hash} would, without an object of its own for each. For one thread;
 * each hash is begun, given its parts and finished before the next.
 */
public final class Hasher {
    private final MessageDigest sha256 = Domain.sha256();

    /** Begins an object of that kind. */
    public Hasher begin(Domain domain) {
        sha256.update(domain.beginning());
        return this;
    }

    /** The lowest 8 bits. */
    public Hasher part(int oneByte) {
        sha256.update((byte) oneByte);
        return this;
    }

    public Hasher part(byte[] bytes) {
        return part(bytes, 0, bytes.length);
    }

    /** {@code length} of {@code bytes}, from the place {@code from}. */
    public Hasher part(byte[] bytes, int from, int length) {
        sha256.update(bytes, from, length);
        return this;
    }

    /** Finishes the object: its hash. */
    public Hash hash() {
        return Hash.owning(sha256.digest());
    }

    /**
     * Finishes the object, and puts its hash at that place of {@code target}.
     *
     * @throws IllegalArgumentException if there is no room for it
     */
    public void hashTo(byte[] target, int at) {
        try {
            sha256.digest(target, at, Hash.BYTES);
        } catch (DigestException impossible) {
            throw new IllegalStateException("SHA-256 must give 32 bytes", impossible);
        }
    }
}
