package org.khazana.storage.state;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.khazana.ledger.Invariant;
import org.khazana.ledger.statetree.LeafKey;
import org.khazana.ledger.statetree.PageKey;
import org.khazana.ledger.table.Table;
import org.khazana.ledger.table.TableReads;
import org.khazana.ledger.table.TableWrites;
import org.khazana.storage.schema.OwnKey;
import org.khazana.storage.schema.OwnTables;

/**
 * Forgets what only trees of heights need that are not kept, from checkpoint to checkpoint: when the second of two is low enough, what lies
 * between them goes. What was written at height v and became stale at height h is needed by the trees from v to before h. If ends of
 * business dates are among these, it is held for the last of them: they are let go of in their order, so nobody needs it when that one is.
 * For the one thread that applies blocks.
 */
final class TreeForgetting {
    private static final byte PAGE = 0;
    private static final byte RECORD = 1;

    /** So many that were held are forgotten with a block at most. */
    private static final int HELD_MAX = 65_536;

    private static final byte[] NOTHING = {};

    private final DateEnds ends;
    /** There is nothing to forget before that height is not kept; as far as is known. */
    private final AtomicLong nothingBelow = new AtomicLong(Long.MIN_VALUE);
    /** No changes are kept of blocks below. */
    private final AtomicLong changesFrom = new AtomicLong();
    /** What was held for dates before this height is forgotten. */
    private final AtomicLong heldFrom = new AtomicLong(Long.MIN_VALUE);

    TreeForgetting(DateEnds ends) {
        this.ends = ends;
    }

    /** Forgets what only trees of heights below {@code first} need, but for those at the end of business dates. */
    void forgetBelow(long first, TableReads reads, TableWrites writes) {
        if (first >= nothingBelow.get()) {
            forgetOldest(first, reads, writes);
        }
        if (ends.first() != heldFrom.get()) {
            forgetHeld(reads, writes);
        }
    }

    /** What lies between the two oldest checkpoints, if nobody needs it. */
    private void forgetOldest(long first, TableReads reads, TableWrites writes) {
        nothingBelow.set(first + 1);
        firstChange(reads)
                .ifPresent(from -> TreeCheckpoint.oldestFrom(from, reads).ifPresent(second -> {
                    if (second.height() <= first) {
                        forgetBetween(from, second, reads, writes);
                    }
                    nothingBelow.set(second.height());
                }));
    }

    private OptionalLong firstChange(TableReads reads) {
        List<Long> first = new ArrayList<>(1);
        reads.scan(OwnTables.TREE_CHANGES, changesFrom.get(), (height, changes) -> {
            first.add(height);
            changesFrom.set(height);
            return false;
        });
        return first.isEmpty() ? OptionalLong.empty() : OptionalLong.of(first.getFirst());
    }

    /** @param from the first block after the older one */
    private void forgetBetween(long from, TreeCheckpoint checkpoint, TableReads reads, TableWrites writes) {
        TreeChanges.forEach(from, reads, height -> changes -> {
            boolean isBefore = height <= checkpoint.height();
            if (isBefore) {
                changes.ended().forEach(version -> forgetOrHold(version, height, writes));
                writes.erase(OwnTables.TREE_CHANGES, height);
            }
            return isBefore;
        });
        checkpoint.stalePages().forEach(page -> forgetOrHold(page, checkpoint.height(), writes));
        checkpoint.withoutStalePages().write(writes);
        forgetTree(from - 1, writes);
    }

    private void forgetTree(long height, TableWrites writes) {
        if (ends.lastWithin(height, height + 1).isEmpty()) {
            writes.erase(OwnTables.TREES, height);
        }
    }

    private void forgetOrHold(LeafKey version, long staleAt, TableWrites writes) {
        forgetOrHold(RECORD, version.height(), staleAt, TreeWriting.bytes(version), writes);
    }

    private void forgetOrHold(PageKey page, long staleAt, TableWrites writes) {
        forgetOrHold(PAGE, page.height(), staleAt, page.toBytes(), writes);
    }

    private void forgetOrHold(byte kind, long writtenAt, long staleAt, byte[] key, TableWrites writes) {
        OptionalLong needed = ends.lastWithin(writtenAt, staleAt);
        if (needed.isPresent()) {
            writes.write(OwnTables.HELD, mark(needed.getAsLong(), kind, key), NOTHING);
        } else {
            forget(kind, key, writes);
        }
    }

    private static OwnKey mark(long height, byte kind, byte[] key) {
        return OwnKey.of(ByteBuffer.allocate(Long.BYTES + 1 + key.length)
                .putLong(height)
                .put(kind)
                .put(key)
                .array());
    }

    private static void forget(byte kind, byte[] key, TableWrites writes) {
        Invariant.check(kind == PAGE || kind == RECORD, "what is held is of the unknown kind %s", kind);
        Table<OwnKey, byte[]> table = kind == PAGE ? OwnTables.PAGES : OwnTables.EARLIER;
        writes.erase(table, OwnKey.of(key));
    }

    /** Dates were let go of. */
    private void forgetHeld(TableReads reads, TableWrites writes) {
        long first = ends.first();
        int[] forgotten = {0};
        reads.scan(OwnTables.HELD, OwnKey.of(new byte[0]), (held, nothing) -> {
            byte[] mark = held.toBytes();
            boolean isDue = ByteBuffer.wrap(mark).getLong() < first && forgotten[0] < HELD_MAX;
            if (isDue) {
                forget(mark[Long.BYTES], Arrays.copyOfRange(mark, Long.BYTES + 1, mark.length), writes);
                writes.erase(OwnTables.HELD, held);
                forgotten[0]++;
            }
            return isDue;
        });
        firstChange(reads).ifPresent(changed -> forgetTrees(Math.min(first, changed - 1), reads, writes));
        if (forgotten[0] < HELD_MAX) {
            heldFrom.set(first);
        }
    }

    /** Those of dates: the one before the first change that is kept is needed for what comes after it. */
    private static void forgetTrees(long end, TableReads reads, TableWrites writes) {
        reads.scan(OwnTables.TREES, 0L, (height, tree) -> {
            boolean isDue = height < end;
            if (isDue) {
                writes.erase(OwnTables.TREES, height);
            }
            return isDue;
        });
    }
}
