package org.khazana.ledger.statetree;

import java.util.List;
import org.khazana.ledger.crypto.Domain;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.crypto.Hasher;

/**
 * What stands below one node, put together from all entries of which it is said to consist. For one thread.
 *
 * @param paths of the entries, ascending; they agree in their first {@code depth} bits
 * @param leaves hash of each
 */
record SubtreeOfGroup(int depth, List<StatePath> paths, List<Hash> leaves, Hasher hasher) {

    /** Of the node. */
    Hash hash() {
        return hash(0, paths.size(), depth);
    }

    /** Of the node at {@code at} below which the entries from {@code from} to before {@code to} stand. */
    private Hash hash(int from, int to, int at) {
        if (to - from < 2) {
            return from == to ? Hash.ZEROS : leaves.get(from);
        }
        int middle = middle(from, to, at);
        return node(hash(from, middle, at + 1), hash(middle, to, at + 1));
    }

    private Hash node(Hash left, Hash right) {
        return hasher.begin(Domain.STATE_NODE)
                .part(left.toBytes())
                .part(right.toBytes())
                .hash();
    }

    /** The first of them that goes to the right. */
    private int middle(int from, int to, int at) {
        int low = from;
        int high = to;
        while (low < high) {
            int probe = (low + high) >>> 1;
            if (paths.get(probe).bit(at) == 0) {
                low = probe + 1;
            } else {
                high = probe;
            }
        }
        return low;
    }

    /**
     * Goes down to the place of a path.
     *
     * @param siblings gets the hashes beside the way
     * @return which entry stands there, or -1 if none does
     */
    int find(StatePath path, List<Hash> siblings) {
        int from = 0;
        int to = paths.size();
        for (int at = depth; to - from > 1; at++) {
            int middle = middle(from, to, at);
            if (path.bit(at) == 0) {
                siblings.add(hash(middle, to, at + 1));
                to = middle;
            } else {
                siblings.add(hash(from, middle, at + 1));
                from = middle;
            }
        }
        return from == to ? -1 : from;
    }
}
