package org.khazana.storage.state;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.finality.Head;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.statetree.EntryChange;
import org.khazana.ledger.statetree.Page;
import org.khazana.ledger.statetree.StateEntries;
import org.khazana.ledger.statetree.StateGroup;
import org.khazana.ledger.statetree.StatePath;
import org.khazana.ledger.statetree.StateRoot;
import org.khazana.ledger.statetree.StateTree;
import org.khazana.ledger.table.TableWrites;
import org.khazana.storage.rocksdb.PinnedRows;
import org.khazana.storage.rocksdb.RocksStore;
import org.khazana.storage.schema.OwnKey;
import org.khazana.storage.schema.OwnTables;
import org.khazana.storage.schema.StoredHeads;

/**
 * Makes the state tree of a state that came as rows. The database puts the entries in the order of their places, so that memory is
 * bounded whatever the size of the state. Done again from the beginning after a crash.
 */
public final class TreeRebuilding {
    private static final int BATCH = 10_000;
    private static final Set<Byte> NUMBERS = Tables.all().stream()
            .filter(table -> !table.isIndex())
            .map(table -> (byte) table.number())
            .collect(Collectors.toUnmodifiableSet());

    private final RocksStore rocks;

    /** @param rocks holds all rows of a state */
    public TreeRebuilding(RocksStore rocks) {
        this.rocks = rocks;
    }

    /**
     * Writes the tree of the state with its head.
     *
     * @return the root, which is that of the head or else the state is another one
     */
    public Hash rebuild(Head head) {
        rocks.eraseAll(OwnTables.SORTING);
        sortEntries();
        Batch<Page> pages = new Batch<>((writes, page) ->
                writes.write(OwnTables.PAGES, OwnKey.of(page.key().toBytes()), page.toBytes()));
        StateRoot root = StateTree.rebuild(new Sorted(), head.height(), pages);
        pages.flush();
        rocks.write(writes -> {
            StoredHeads.write(head, writes);
            new TreeCheckpoint(head.height(), root, List.of()).write(writes);
        });
        rocks.eraseAll(OwnTables.SORTING);
        return root.hash();
    }

    private void sortEntries() {
        StateEntries entries = new StateEntries();
        Batch<EntryChange.Put> found = new Batch<>((writes, entry) -> writes.write(
                OwnTables.SORTING,
                OwnKey.of(entry.path().hash().toBytes()),
                entry.valueHash().toBytes()));
        Batch<Grouped> grouped = new Batch<>((writes, each) ->
                writes.write(OwnTables.GROUPED, OwnKey.of(each.path().hash().toBytes()), each.key()));
        try (PinnedRows rows = rocks.pin()) {
            rows.scan(new byte[0], row -> {
                byte[] key = row.key();
                if (NUMBERS.contains(key[0])) {
                    byte[] keyInTable = new byte[key.length - 1];
                    System.arraycopy(key, 1, keyInTable, 0, keyInTable.length);
                    EntryChange.Put entry = entries.of(key[0], keyInTable, row.value());
                    found.accept(entry);
                    if (StateGroup.areGrouped(key[0])) {
                        grouped.accept(new Grouped(entry.path(), keyInTable));
                    }
                }
                return true;
            });
        }
        found.flush();
        grouped.flush();
    }

    /** The key of an entry that stands in a group. */
    @SuppressWarnings("ArrayRecordComponent") // written once, never compared
    private record Grouped(StatePath path, byte[] key) {}

    /** Writes one of them. */
    private interface Writing<T> {
        void write(TableWrites writes, T each);
    }

    /** Many in one write of the database. */
    private final class Batch<T> implements Consumer<T> {
        private final Writing<T> writing;
        private final List<T> waiting = new ArrayList<>();

        Batch(Writing<T> writing) {
            this.writing = writing;
        }

        @Override
        public void accept(T each) {
            waiting.add(each);
            if (waiting.size() == BATCH) {
                flush();
            }
        }

        void flush() {
            rocks.write(writes -> waiting.forEach(each -> writing.write(writes, each)));
            waiting.clear();
        }
    }

    /** The entries in the order of their places, a batch at a time. */
    private final class Sorted implements Iterator<EntryChange.Put> {
        private final Deque<EntryChange.Put> batch = new ArrayDeque<>();
        private final AtomicReference<OwnKey> from = new AtomicReference<>(OwnKey.of(new byte[0]));

        @Override
        public boolean hasNext() {
            if (batch.isEmpty()) {
                refill();
            }
            return !batch.isEmpty();
        }

        private void refill() {
            OwnKey start = Objects.requireNonNull(from.get());
            rocks.newest().scan(OwnTables.SORTING, start, (path, valueHash) -> {
                batch.add(new EntryChange.Put(new StatePath(Hash.of(path.toBytes())), Hash.of(valueHash)));
                from.set(path.next());
                return batch.size() < BATCH;
            });
        }

        @Override
        public EntryChange.Put next() {
            if (!hasNext()) {
                throw new NoSuchElementException("no entry is left");
            }
            return batch.removeFirst();
        }
    }
}
