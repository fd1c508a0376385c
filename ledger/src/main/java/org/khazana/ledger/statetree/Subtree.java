package org.khazana.ledger.statetree;

import org.jspecify.annotations.Nullable;
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

    /** Two entries or more, which are found in a page. */
    final class PageLink implements Subtree {
        private final Hash hash;
        private final long height;
        private final @Nullable Page page;

        /**
         * @param height of the block that made the page
         * @param page itself, if it is in memory; it is the same link without
         */
        PageLink(Hash hash, long height, @Nullable Page page) {
            this.hash = hash;
            this.height = height;
            this.page = page;
        }

        @Override
        public Hash hash() {
            return hash;
        }

        long height() {
            return height;
        }

        @Nullable
        Page inMemory() {
            return page;
        }

        /** The page, read if it is not in memory. */
        Page page(PageReads reads, StatePath path, int nibbles) {
            return page != null ? page : reads.page(new PageKey(height, Prefix.of(path, nibbles)));
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof PageLink link && height == link.height && hash.equals(link.hash);
        }

        @Override
        public int hashCode() {
            return 31 * hash.hashCode() + Long.hashCode(height);
        }

        @Override
        public String toString() {
            return "page " + hash + " of height " + height;
        }
    }
}
