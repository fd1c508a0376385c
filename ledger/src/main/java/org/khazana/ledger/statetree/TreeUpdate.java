package org.khazana.ledger.statetree;

import java.util.ArrayList;
import java.util.List;

/**
 * What a block does to the state tree. Lists are in the order of the paths, pages after those below them; so the same changes give the
 * same lists.
 *
 * @param height of the block
 * @param root of the state after it
 * @param leaves entries that got a new value
 * @param stalePages that no root from this height on leads to
 * @param staleLeaves versions of entries that no root from this height on leads to
 */
public record TreeUpdate(
        long height, StateRoot root, List<LeafKey> leaves, List<PageKey> stalePages, List<LeafKey> staleLeaves) {
    public TreeUpdate {
        leaves = List.copyOf(leaves);
        stalePages = List.copyOf(stalePages);
        staleLeaves = List.copyOf(staleLeaves);
    }

    /** The pages that it has made; none of their keys was there before. */
    public List<Page> pages() {
        List<Page> made = new ArrayList<>();
        root.forEachPageAbove(height - 1, made::add);
        return made;
    }
}
