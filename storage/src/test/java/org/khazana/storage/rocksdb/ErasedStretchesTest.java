package org.khazana.storage.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.khazana.ledger.state.DayMark;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.table.TableReads;
import org.khazana.ledger.time.DayKind;
import org.khazana.storage.schema.StoreTables;
import org.rocksdb.PerfContext;
import org.rocksdb.PerfLevel;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

/** What was erased is passed over once, and what is seen is what is there. */
class ErasedStretchesTest {
    private static final int DAYS = 400;

    @TempDir
    Path folder;

    private RocksStore rocks;
    private TableReads forBlocks;

    @BeforeEach
    void open() {
        rocks = RocksStore.open(folder, StoreTables.all());
        forBlocks = rocks.newest(new RowsRead());
    }

    @AfterEach
    void close() {
        rocks.close();
    }

    private static DayMark mark(long day) {
        return new DayMark(day, DayKind.HOLIDAY);
    }

    private void mark(Iterable<Long> days) {
        rocks.write(writes -> days.forEach(day -> writes.write(Tables.CALENDAR, day, mark(day))));
    }

    private void unmark(Iterable<Long> days) {
        rocks.write(writes -> days.forEach(day -> writes.erase(Tables.CALENDAR, day)));
    }

    private List<Long> seen(long from, int count) {
        List<Long> seen = new ArrayList<>();
        forBlocks.scan(Tables.CALENDAR, from, (day, mark) -> {
            seen.add(day);
            return seen.size() < count;
        });
        return seen;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatIsSeenIsWhatIsThere(long seed) {
        Random random = new Random(seed);
        TreeSet<Long> there = new TreeSet<>();
        for (int step = 0; step < 1_500; step++) {
            long from = random.nextInt(DAYS);
            List<Long> days = new ArrayList<>();
            int count = random.nextInt(5) == 0 ? 60 : 1 + random.nextInt(3);
            for (long day = from; day < Math.min(DAYS, from + count); day++) {
                days.add(day);
            }
            switch (random.nextInt(4)) {
                case 0 -> {
                    mark(days);
                    there.addAll(days);
                }
                case 1 -> {
                    unmark(days);
                    there.removeAll(days);
                }
                default ->
                    assertThat(seen(from, count))
                            .as("seed %s, step %s", seed, step)
                            .isEqualTo(there.tailSet(from).stream().limit(count).toList());
            }
        }
    }

    @Test
    void whoTakesTheFirstAgainAndAgainDoesNotPassOverAllThatWereTakenBefore(@TempDir Path elsewhere)
            throws RocksDBException {
        int days = 2_000;
        for (long day = 0; day < days; day++) {
            mark(List.of(day));
        }
        try (RocksDB any = RocksDB.open(elsewhere.toString());
                PerfContext ofThisThread = any.getPerfContext()) {
            any.setPerfLevel(PerfLevel.ENABLE_COUNT);
            long before = ofThisThread.getInternalDeleteSkippedCount();

            for (long day = 0; day < days; day++) {
                assertThat(seen(0, 2).getFirst()).isEqualTo(day);
                unmark(List.of(day));
            }

            assertThat(ofThisThread.getInternalDeleteSkippedCount() - before).isBetween(1L, 20L * days);
        }
    }
}
