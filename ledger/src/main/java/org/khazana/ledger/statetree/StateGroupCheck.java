package org.khazana.ledger.statetree;

import static org.khazana.ledger.statetree.SiblingsForm.require;

import java.util.ArrayList;
import java.util.List;
import org.khazana.ledger.crypto.Domain;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.crypto.Hasher;

/** Checks proofs of groups with nothing but a root that is trusted. The rules: {@code docs/proofs.md}. */
public final class StateGroupCheck {
    private StateGroupCheck() {}

    /**
     * All records of a group.
     *
     * @param root hash of the state
     * @throws StateProofRefused if it is not proved that these are all
     */
    public static ProvedGroup prove(Hash root, StateGroup group, StateGroupProof proof) throws StateProofRefused {
        List<Hash> siblings = proof.siblings();
        requireWay(group, proof);
        List<StatePath> paths = new ArrayList<>();
        List<Hash> leaves = new ArrayList<>();
        StateEntries entries = new StateEntries();
        for (GroupRecord each : proof.records()) {
            require(StateGroup.isKey(each.key()), "a record whose key is not that of a position");
            EntryChange.Put entry = entries.of(group.table(), each.key(), each.value());
            require(group.isAbove(entry.path()), "a record that does not stand below the node of the group");
            require(paths.isEmpty() || paths.getLast().compareTo(entry.path()) < 0, "records that are not in order");
            paths.add(entry.path());
            leaves.add(leaf(entry.path(), entry.valueHash()));
        }
        SubtreeOfGroup subtree = new SubtreeOfGroup(siblings.size(), paths, leaves, new Hasher());
        Hash hash = proof.other()
                .map(other -> leaf(other.path(), other.valueHash()))
                .orElseGet(subtree::hash);
        for (int i = siblings.size() - 1; i >= 0; i--) {
            Hash sibling = siblings.get(i);
            hash = group.first().bit(i) == 0 ? node(hash, sibling) : node(sibling, hash);
        }
        require(hash.equals(root), "the proof belongs to another root");
        return new ProvedGroup(group, proof, subtree);
    }

    /** The way ends at the node of the group or, where no two entries are left, further up. */
    private static void requireWay(StateGroup group, StateGroupProof proof) throws StateProofRefused {
        List<Hash> siblings = proof.siblings();
        require(siblings.size() <= StateGroup.DEPTH, "a way past the node of the group");
        if (proof.records().size() > 1) {
            require(siblings.size() == StateGroup.DEPTH, "the way ends before the node of the group");
        } else {
            SiblingsForm.requireEnd(siblings);
        }
        if (proof.other().isPresent()) {
            StatePath other = proof.other().get().path();
            require(proof.records().isEmpty(), "another entry than the records");
            require(!group.isAbove(other), "an entry of the group itself is no proof that there is none");
            require(
                    other.bitsInCommonWith(group.first()) >= siblings.size(),
                    "the other entry does not stand in the place of the group");
        }
    }

    private static Hash leaf(StatePath path, Hash valueHash) {
        return Domain.STATE_LEAF.hash(path.hash().toBytes(), valueHash.toBytes());
    }

    private static Hash node(Hash left, Hash right) {
        return Domain.STATE_NODE.hash(left.toBytes(), right.toBytes());
    }
}
