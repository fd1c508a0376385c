package org.khazana.node.apply;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.khazana.ledger.block.BlockLimits;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.crypto.Hasher;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.crypto.SignatureVerifier;

/**
 * Remembers which signatures were found right, so that each is verified once on this node: at submission or when its
 * block arrives, in parallel, and not again when the block is executed. The answers are those of the verifier behind.
 */
public final class KnownSignatures implements SignatureVerifier {
    /**
     * In each of two generations: as many as a block has transactions at most. When the younger is full it becomes the older, and the
     * older is forgotten. Each takes some 100 bytes.
     */
    private static final int GENERATION_MAX = BlockLimits.TRANSACTIONS_MAX;

    private final SignatureVerifier verifier;
    private final AtomicReference<Generations> generations =
            new AtomicReference<>(new Generations(new ConcurrentHashMap<>(), Map.of()));

    private record Generations(Map<Hash, Boolean> young, Map<Hash, Boolean> old) {
        boolean contains(Hash fingerprint) {
            return young.containsKey(fingerprint) || old.containsKey(fingerprint);
        }
    }

    /** Remembers the answers of {@code verifier}. */
    public KnownSignatures(SignatureVerifier verifier) {
        this.verifier = verifier;
    }

    @Override
    public boolean isValid(PublicKey key, byte[] message, byte[] signature) {
        Hash fingerprint = fingerprint(key, message, signature);
        if (now().contains(fingerprint)) {
            return true;
        }
        boolean valid = verifier.isValid(key, message, signature);
        if (valid) {
            remember(fingerprint);
        }
        return valid;
    }

    private void remember(Hash fingerprint) {
        Generations before = now();
        if (before.young().size() >= GENERATION_MAX) {
            generations.compareAndSet(before, new Generations(new ConcurrentHashMap<>(), before.young()));
        }
        now().young().put(fingerprint, true);
    }

    private Generations now() {
        return Objects.requireNonNull(generations.get());
    }

    /** Key and signature have fixed lengths, so no two triples give the same bytes. */
    private static Hash fingerprint(PublicKey key, byte[] message, byte[] signature) {
        return new Hasher()
                .part(key.toBytes())
                .part(signature.length)
                .part(signature)
                .part(message)
                .hash();
    }
}
