package org.khazana.ledger.statetree;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.khazana.ledger.Invariant;
import org.khazana.ledger.crypto.Hash;

/** All records of a group, as a proof has shown them: there are no others. For one thread. */
public final class ProvedGroup {
    private final StateGroup group;
    private final StateGroupProof proof;
    private final SubtreeOfGroup subtree;

    ProvedGroup(StateGroup group, StateGroupProof proof, SubtreeOfGroup subtree) {
        this.group = group;
        this.proof = proof;
        this.subtree = subtree;
    }

    /** Those of the group, in the order of their paths; without those of another group that stand below the same node. */
    public List<GroupRecord> records() {
        return proof.records().stream().filter(each -> group.hasKey(each.key())).toList();
    }

    /**
     * A proof, against the same root, of what stands at the place of one record: its value, or that it is not there.
     *
     * @param key of a record of the group
     */
    public StateProof proofOf(byte[] key) {
        Invariant.check(group.hasKey(key), "the key is not of %s", group);
        StatePath path = StatePath.of(group.table(), key);
        List<Hash> siblings = new ArrayList<>(proof.siblings());
        int found = subtree.find(path, siblings);
        return new StateProof(siblings, found < 0 ? otherThan(proof.other()) : claim(path, found));
    }

    private static StateProof.Claim otherThan(Optional<StateProof.Other> other) {
        return other.<StateProof.Claim>map(there -> there).orElse(StateProof.Nothing.HERE);
    }

    private StateProof.Claim claim(StatePath path, int found) {
        StatePath there = subtree.paths().get(found);
        byte[] value = proof.records().get(found).value();
        return there.equals(path)
                ? StateProof.Present.of(value)
                : new StateProof.Other(there, new StateEntries().valueHash(value));
    }
}
