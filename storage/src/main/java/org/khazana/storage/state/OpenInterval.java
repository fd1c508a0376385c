package org.khazana.storage.state;

import java.util.ArrayList;
import java.util.List;
import org.khazana.ledger.statetree.PageKey;
import org.khazana.ledger.statetree.StateRoot;
import org.khazana.ledger.statetree.TreeUpdate;
import org.khazana.ledger.table.TableWrites;
import org.khazana.storage.schema.OwnKey;
import org.khazana.storage.schema.OwnTables;

/**
 * What has happened to the tree since its last checkpoint, all of whose pages are in memory.
 *
 * @param from height of the checkpoint; -1 before the first one
 * @param changes so many entries have changed, one that changed in two blocks counted twice
 * @param stalePages of each block: those of the checkpoint that are not needed any more
 */
record OpenInterval(long from, int changes, List<List<PageKey>> stalePages) {
    static OpenInterval from(long checkpoint) {
        return new OpenInterval(checkpoint, 0, List.of());
    }

    /** The next block has done this. */
    OpenInterval and(TreeUpdate update, int moreChanges) {
        List<List<PageKey>> stale = new ArrayList<>(stalePages);
        stale.add(update.stalePages().stream()
                .filter(page -> page.height() <= from)
                .toList());
        return new OpenInterval(from, changes + moreChanges, stale);
    }

    int blocks() {
        return stalePages.size();
    }

    /** Writes the tree as it is after the last block of the interval, and begins the next one. */
    OpenInterval close(long height, StateRoot root, TableWrites writes) {
        root.forEachPageAbove(
                from, page -> writes.write(OwnTables.PAGES, OwnKey.of(page.key().toBytes()), page.toBytes()));
        new TreeCheckpoint(
                        height, root, stalePages.stream().flatMap(List::stream).toList())
                .write(writes);
        return from(height);
    }
}
