package org.khazana.ledger.statetree;

import org.khazana.ledger.crypto.Domain;
import org.khazana.ledger.crypto.Hash;

/** What stands at one place of the tree: the entries whose paths begin in one way. */
sealed interface Subtree {
    Subtree EMPTY = new Empty();

    /** What the places above see of it. */
    Hash hash();

    /** No entry. */
    record Empty() implements Subtree {
        @Override
        public Hash hash() {
            return Hash.ZEROS;
        }
    }

    /**
     * Exactly one entry.
     *
     * @param height of the block that wrote its value
     */
    record Leaf(StatePath path, Hash valueHash, long height) implements Subtree {
        LeafKey key() {
            return new LeafKey(path, height);
        }

        @Override
        public Hash hash() {
            return Domain.STATE_LEAF.hash(path.hash().toBytes(), valueHash.toBytes());
        }
    }

    /**
     * Two entries or more, which are found in a page.
     *
     * @param height of the block that wrote the page
     */
    record PageLink(Hash hash, long height) implements Subtree {}
}
