package org.khazana.storage.state;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import org.khazana.ledger.Invariant;
import org.khazana.ledger.table.Table;
import org.khazana.ledger.table.TableReads;
import org.khazana.ledger.table.TableWrites;
import org.khazana.storage.schema.OwnKey;
import org.khazana.storage.schema.OwnTables;

/**
 * Forgets, a little with each block, what only trees of heights need that are not kept. What was written at height v and became stale at
 * height h is needed by the trees from v to before h. If none of the newest heights is among these, but ends of business dates are, it is
 * held for the last of these: they are let go of in their order, so nobody needs it when that one is. For the one thread that applies blocks.
 */
final class TreeForgetting {
    static final byte PAGE = 0;
    static final byte RECORD = 1;

    /** So many are looked at with a block at most: more than a block makes stale, or else there would be more and more. */
    private static final int LOOKED_AT_MAX = 65_536;

    private static final byte[] NOTHING = {};

    private final DateEnds ends;
    /** What comes before was looked at. */
    private final AtomicReference<OwnKey> staleFrom = new AtomicReference<>(OwnKey.of(new byte[0]));

    private final AtomicReference<OwnKey> heldFrom = new AtomicReference<>(OwnKey.of(new byte[0]));

    TreeForgetting(DateEnds ends) {
        this.ends = ends;
    }

    /** From that height on no tree needs it. */
    static void markStale(long height, byte kind, byte[] key, TableWrites writes) {
        writes.write(OwnTables.STALE, mark(height, kind, key), NOTHING);
    }

    private static OwnKey mark(long height, byte kind, byte[] key) {
        return OwnKey.of(ByteBuffer.allocate(Long.BYTES + 1 + key.length)
                .putLong(height)
                .put(kind)
                .put(key)
                .array());
    }

    /** Forgets what only trees of heights below {@code first} need, but for those at the end of business dates. */
    void forgetBelow(long first, TableReads reads, TableWrites writes) {
        Due stale = Due.upTo(first, OwnTables.STALE, staleFrom, reads);
        stale.keys().forEach(key -> forgetOrHold(key, writes));
        Due held = Due.upTo(ends.first() - 1, OwnTables.HELD, heldFrom, reads);
        held.keys().forEach(key -> {
            forget(key.toBytes(), writes);
            writes.erase(OwnTables.HELD, key);
        });
    }

    /** Marks whose height is not above some height, as many as are looked at with one block. */
    private record Due(List<OwnKey> keys) {
        static Due upTo(long height, Table<OwnKey, byte[]> table, AtomicReference<OwnKey> from, TableReads reads) {
            List<OwnKey> due = new ArrayList<>();
            reads.scan(table, Objects.requireNonNull(from.get()), (key, nothing) -> {
                boolean isDue = ByteBuffer.wrap(key.toBytes()).getLong() <= height && due.size() < LOOKED_AT_MAX;
                if (isDue) {
                    due.add(key);
                }
                return isDue;
            });
            if (!due.isEmpty()) {
                from.set(due.getLast());
            }
            return new Due(due);
        }
    }

    private void forgetOrHold(OwnKey stale, TableWrites writes) {
        byte[] mark = stale.toBytes();
        byte[] key = Arrays.copyOfRange(mark, Long.BYTES + 1, mark.length);
        long staleAt = ByteBuffer.wrap(mark).getLong();
        OptionalLong needed = ends.lastWithin(writtenAt(mark[Long.BYTES], key), staleAt);
        if (needed.isPresent()) {
            writes.write(OwnTables.HELD, mark(needed.getAsLong(), mark[Long.BYTES], key), NOTHING);
        } else {
            forget(mark, writes);
        }
        writes.erase(OwnTables.STALE, stale);
    }

    /** The key of a page begins with the height that wrote it, that of a version of a record ends with it. */
    private static long writtenAt(byte kind, byte[] key) {
        Invariant.check(kind == PAGE || kind == RECORD, "a mark of unknown kind %s", kind);
        return ByteBuffer.wrap(key).getLong(kind == PAGE ? 0 : key.length - Long.BYTES);
    }

    private static void forget(byte[] mark, TableWrites writes) {
        Table<OwnKey, byte[]> table = mark[Long.BYTES] == PAGE ? OwnTables.PAGES : OwnTables.EARLIER;
        writes.erase(table, OwnKey.of(Arrays.copyOfRange(mark, Long.BYTES + 1, mark.length)));
    }
}
