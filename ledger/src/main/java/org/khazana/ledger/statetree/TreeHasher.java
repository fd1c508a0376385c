package org.khazana.ledger.statetree;

import java.util.Arrays;
import org.khazana.ledger.crypto.Domain;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.crypto.Hasher;

/** Works out the hashes of nodes of pages. For one thread. */
final class TreeHasher {
    private final Hasher hasher = new Hasher();
    /** For each level of a page: the hashes of two nodes below one. */
    private final byte[][] pairs = new byte[PageLayout.LEVELS][2 * Hash.BYTES];

    Hash hash(Page page) {
        return hash(page, 1);
    }

    /** Of a node of a finished page. */
    Hash hash(Page page, int node) {
        byte[] hash = new byte[Hash.BYTES];
        node(page.layout(), page.bytes(), 0, node, hash, 0);
        return Hash.of(hash);
    }

    /**
     * Puts the hash of a node of a page at a place of {@code target}. Kept hashes are put into the page where they are not right yet.
     *
     * @param changed the children whose change the kept hashes do not know of
     */
    void node(PageLayout layout, byte[] page, int changed, int node, byte[] target, int at) {
        if (layout.isEmpty(node)) {
            Arrays.fill(target, at, at + Hash.BYTES, (byte) 0);
        } else if (!layout.isMany(node)) {
            leaf(page, layout.childAt(layout.firstBelow(node)), target, at);
        } else if (node >= PageLayout.FIRST_CHILD) {
            System.arraycopy(page, layout.childAt(node - PageLayout.FIRST_CHILD), target, at, Hash.BYTES);
        } else {
            boolean isKept = layout.isKept(node);
            if (isKept && (changed & PageLayout.childrenBelow(node)) == 0) {
                System.arraycopy(page, layout.hashAt(node), target, at, Hash.BYTES);
            } else {
                byte[] pair = pairs[Integer.SIZE - 1 - Integer.numberOfLeadingZeros(node)];
                node(layout, page, changed, 2 * node, pair, 0);
                node(layout, page, changed, 2 * node + 1, pair, Hash.BYTES);
                hasher.begin(Domain.STATE_NODE).part(pair).hashTo(target, at);
                if (isKept) {
                    System.arraycopy(target, at, page, layout.hashAt(node), Hash.BYTES);
                }
            }
        }
    }

    private void leaf(byte[] page, int leafAt, byte[] target, int at) {
        hasher.begin(Domain.STATE_LEAF)
                .part(page, leafAt, PageLayout.PATH_AND_VALUE_BYTES)
                .hashTo(target, at);
    }
}
