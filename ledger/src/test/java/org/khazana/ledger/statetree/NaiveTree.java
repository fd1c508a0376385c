package org.khazana.ledger.statetree;

import java.util.Map;
import java.util.NavigableMap;
import org.khazana.ledger.crypto.Domain;
import org.khazana.ledger.crypto.Hash;

/** The root as {@code docs/proofs.md} defines it, and nothing else: from the whole map, each time. */
final class NaiveTree {
    private NaiveTree() {}

    static Hash root(NavigableMap<StatePath, Hash> entries) {
        return subtree(entries, 0);
    }

    /** Of entries whose paths have the first {@code depth} bits in common. */
    private static Hash subtree(NavigableMap<StatePath, Hash> entries, int depth) {
        if (entries.isEmpty()) {
            return Hash.of(new byte[Hash.BYTES]);
        }
        Map.Entry<StatePath, Hash> first = entries.firstEntry();
        if (entries.size() == 1) {
            return Domain.STATE_LEAF.hash(
                    first.getKey().hash().toBytes(), first.getValue().toBytes());
        }
        StatePath middle = middle(first.getKey(), depth);
        return Domain.STATE_NODE.hash(
                subtree(entries.headMap(middle, false), depth + 1).toBytes(),
                subtree(entries.tailMap(middle, true), depth + 1).toBytes());
    }

    /** The least path that goes to the right at that bit and agrees before. */
    private static StatePath middle(StatePath path, int depth) {
        byte[] bytes = path.hash().toBytes();
        int at = depth / 8;
        int bit = 0x80 >> depth % 8;
        bytes[at] = (byte) ((bytes[at] & -bit) | bit);
        for (int i = at + 1; i < bytes.length; i++) {
            bytes[i] = 0;
        }
        return new StatePath(Hash.of(bytes));
    }
}
