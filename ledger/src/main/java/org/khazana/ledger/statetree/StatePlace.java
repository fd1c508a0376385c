package org.khazana.ledger.statetree;

import java.util.List;
import java.util.Optional;
import org.khazana.ledger.Invariant;
import org.khazana.ledger.crypto.Domain;
import org.khazana.ledger.crypto.Hash;

/** Where a path leads to in one tree, and what stands there: enough for a proof, but for the value. */
public final class StatePlace {
    private final StatePath path;
    private final List<Hash> siblings;
    private final Optional<Subtree.Leaf> leaf;

    StatePlace(StatePath path, List<Hash> siblings, Optional<Subtree.Leaf> leaf) {
        this.path = path;
        this.siblings = List.copyOf(siblings);
        this.leaf = leaf;
    }

    /** The entry of the path, by the block that wrote its value; empty if there is none. */
    public Optional<LeafKey> entry() {
        return leaf.filter(found -> found.path().equals(path)).map(Subtree.Leaf::key);
    }

    /** Whether the entry is there, and has this value. */
    public boolean holds(byte[] value) {
        Hash valueHash = Domain.STATE_VALUE.hash(value);
        return leaf.filter(
                        found -> found.path().equals(path) && found.valueHash().equals(valueHash))
                .isPresent();
    }

    /**
     * A proof that the entry is there.
     *
     * @param value of the entry, as it was then
     */
    public StateProof ofPresence(byte[] value) {
        Invariant.check(holds(value), "there is no such value at %s", path);
        return new StateProof(siblings, StateProof.Present.of(value));
    }

    /** A proof that there is no entry of the path. */
    public StateProof ofAbsence() {
        Invariant.check(entry().isEmpty(), "there is an entry at %s", path);
        return new StateProof(
                siblings,
                leaf.<StateProof.Claim>map(other -> new StateProof.Other(other.path(), other.valueHash()))
                        .orElse(StateProof.Nothing.HERE));
    }
}
