package org.khazana.ledger.statetree;

import java.util.List;
import java.util.Optional;
import org.khazana.ledger.crypto.Domain;
import org.khazana.ledger.crypto.Hash;

/** Checks proofs with nothing but a root that is trusted. The rules: {@code docs/proofs.md}. */
public final class StateProofCheck {
    private StateProofCheck() {}

    /**
     * What is proved of a path: the bytes of the value of its entry, or, empty, that there is no such entry.
     *
     * @param root hash of the state
     * @throws StateProofRefused if neither is proved
     */
    public static Optional<byte[]> valueAt(Hash root, StatePath path, StateProof proof) throws StateProofRefused {
        List<Hash> siblings = proof.siblings();
        require(siblings.size() <= StatePath.BITS, "more siblings than the path has bits");
        require(
                siblings.isEmpty() || !siblings.getLast().equals(Hash.ZEROS),
                "the way goes on, for there is nothing beside it");
        Hash hash = switch (proof.claim()) {
            case StateProof.Nothing nothing -> Hash.ZEROS;
            case StateProof.Present present -> leaf(path, Domain.STATE_VALUE.hash(present.value()));
            case StateProof.Other other -> {
                require(!other.path().equals(path), "the entry itself is no proof that it is not there");
                require(
                        other.path().bitsInCommonWith(path) >= siblings.size(),
                        "the other entry does not stand in the place of the path");
                yield leaf(other.path(), other.valueHash());
            }
        };
        for (int i = siblings.size() - 1; i >= 0; i--) {
            Hash sibling = siblings.get(i);
            hash = path.bit(i) == 0 ? node(hash, sibling) : node(sibling, hash);
        }
        require(hash.equals(root), "the proof belongs to another root");
        return proof.claim() instanceof StateProof.Present present ? Optional.of(present.value()) : Optional.empty();
    }

    private static Hash leaf(StatePath path, Hash valueHash) {
        return Domain.STATE_LEAF.hash(path.hash().toBytes(), valueHash.toBytes());
    }

    private static Hash node(Hash left, Hash right) {
        return Domain.STATE_NODE.hash(left.toBytes(), right.toBytes());
    }

    private static void require(boolean holds, String wrong) throws StateProofRefused {
        if (!holds) {
            throw new StateProofRefused(wrong);
        }
    }
}
