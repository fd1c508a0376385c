package org.khazana.node.finality;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.finality.DoubleProposing;
import org.khazana.ledger.finality.DoubleSigning;
import org.khazana.ledger.finality.DoubleVoting;
import org.khazana.ledger.finality.Evidence;
import org.khazana.ledger.finality.EvidenceCodec;
import org.khazana.ledger.finality.MalformedHead;
import org.khazana.storage.state.LedgerStore;

/**
 * Evidence of proposing and voting twice, as this node keeps it: of each kind and key one, since whoever is convicted once need not be
 * convicted again; so nobody can fill the disk with its lies. For one thread.
 */
final class EvidenceShelf {
    private final LedgerStore store;
    private final NavigableMap<String, Evidence> kept = new TreeMap<>();

    /**
     * With what was kept before a restart.
     *
     * @param before all that the store has; what is of another kind is left alone
     */
    EvidenceShelf(LedgerStore store, List<byte[]> before) {
        this.store = store;
        before.forEach(bytes -> read(bytes).ifPresent(evidence -> kept.put(name(evidence), evidence)));
    }

    /** Empty for a certificate, and for what another release keeps. */
    private static Optional<Evidence> read(byte[] bytes) {
        try {
            return Optional.of(EvidenceCodec.decodeEvidence(bytes));
        } catch (MalformedHead other) {
            return Optional.empty();
        }
    }

    /** Whether something of this kind is kept against this key. */
    boolean has(Evidence evidence) {
        return kept.containsKey(name(evidence));
    }

    /** Keeps it, on disk when this returns, unless something of the kind is kept against this key; returns whether it was new. */
    boolean keep(Evidence evidence) {
        if (kept.putIfAbsent(name(evidence), evidence) != null) {
            return false;
        }
        store.keepEvidence(storedName(evidence), EvidenceCodec.encode(evidence));
        return true;
    }

    /** Whom it convicts. */
    List<PublicKey> convicted() {
        return kept.values().stream().map(Evidence::key).distinct().toList();
    }

    /** What others may not have, at most so many. Of double signing everybody finds the evidence by itself. */
    List<Evidence> forOthers(int countMax) {
        return kept.values().stream()
                .filter(evidence -> !(evidence instanceof DoubleSigning))
                .limit(countMax)
                .toList();
    }

    private static String kind(Evidence evidence) {
        return switch (evidence) {
            case DoubleSigning signing -> "double-signing";
            case DoubleProposing proposing -> "double-proposing";
            case DoubleVoting voting -> "double-voting";
        };
    }

    private static String name(Evidence evidence) {
        return kind(evidence) + " by " + evidence.key();
    }

    private static byte[] storedName(Evidence evidence) {
        byte[] kind = kind(evidence).getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(kind.length + PublicKey.BYTES)
                .put(kind)
                .put(evidence.key().toBytes())
                .array();
    }
}
