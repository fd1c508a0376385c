package org.khazana.ledger.statetree;

import java.util.List;

/**
 * What a block does to the state tree. Lists are in the order of the paths, pages after those below them; so the same changes give the
 * same lists.
 *
 * @param height of the block
 * @param root of the state after it
 * @param pages to be written; none of their keys was written before
 * @param leaves entries that got a new value
 * @param stalePages that no root from this height on leads to
 * @param staleLeaves versions of entries that no root from this height on leads to
 */
public record TreeUpdate(
        long height,
        StateRoot root,
        List<Page> pages,
        List<LeafKey> leaves,
        List<PageKey> stalePages,
        List<LeafKey> staleLeaves) {
    public TreeUpdate {
        pages = List.copyOf(pages);
        leaves = List.copyOf(leaves);
        stalePages = List.copyOf(stalePages);
        staleLeaves = List.copyOf(staleLeaves);
    }
}
