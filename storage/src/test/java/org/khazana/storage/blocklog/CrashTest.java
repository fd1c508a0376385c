package org.khazana.storage.blocklog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.log.LogEntry;
import org.khazana.simulation.contract.EntryChain;

/** Power failures at any moment: what was synced is there, what was not is there up to some batch, and nothing else. */
class CrashTest {
    private static final int RUNS = 150;
    private static final int STEPS = 40;

    @Test
    void randomAppendsCutsSyncsAndCrashesLeaveWhatAModelSays() {
        for (int run = 0; run < RUNS; run++) {
            long seed = Long.getLong("seed", 4_711L + run);
            try {
                live(new Random(seed));
            } catch (RuntimeException | AssertionError failure) {
                throw new AssertionError("seed " + seed, failure);
            }
        }
    }

    /** The states that are possible after a crash: the synced one, and every one written since. */
    private static void live(Random chance) {
        CrashingDisk disk = new CrashingDisk();
        SegmentedBlockLog log = open(disk);
        List<List<LogEntry>> possible = new ArrayList<>(List.of(List.of()));
        int batches = 0;
        for (int step = 0; step < STEPS; step++) {
            List<LogEntry> now = possible.getLast();
            int choice = chance.nextInt(10);
            if (choice < 5) {
                List<LogEntry> fresh = someEntries(now, batches++, chance);
                log.append(fresh);
                // An append that fills a segment is two batches, and the first may be kept without the second.
                for (int count = 1; count <= fresh.size(); count++) {
                    possible.add(concat(now, fresh.subList(0, count)));
                }
            } else if (choice < 6 && !now.isEmpty()) {
                int keep = chance.nextInt(now.size());
                log.truncateFrom(keep + 1L);
                possible.add(List.copyOf(now.subList(0, keep)));
            } else if (choice < 8) {
                log.sync();
                possible = new ArrayList<>(List.of(now));
            } else {
                disk.crash(chance, chance.nextInt(11));
                log = open(disk);
                List<LogEntry> found = TestLog.contentOf(log);
                assertThat(possible).contains(found);
                possible = new ArrayList<>(List.of(found));
            }
            assertThat(TestLog.contentOf(log)).isEqualTo(possible.getLast());
        }
    }

    /** A fresh term each time, so that entries at one index differ. */
    private static List<LogEntry> someEntries(List<LogEntry> now, int batch, Random chance) {
        EntryMetadata parent = now.isEmpty() ? TestLog.GENESIS : now.getLast().metadata();
        int[] sizes = chance.ints(1 + chance.nextInt(4), 0, chance.nextBoolean() ? 100 : 3_000)
                .toArray();
        return EntryChain.after(parent, 1 + batch, sizes);
    }

    private static List<LogEntry> concat(List<LogEntry> first, List<LogEntry> second) {
        List<LogEntry> both = new ArrayList<>(first);
        both.addAll(second);
        return List.copyOf(both);
    }

    @Test
    void everyPrefixOfAnUnsyncedWriteIsCutAndReported() {
        CrashingDisk disk = new CrashingDisk();
        SegmentedBlockLog log = open(disk);
        List<LogEntry> synced = EntryChain.after(TestLog.GENESIS, 1, 10, 500);
        log.append(synced);
        log.sync();
        byte[] before = disk.bytesOf("00000001.segment");
        log.append(EntryChain.after(log.last(), 1, 900, 20, 3_000));
        byte[] after = disk.bytesOf("00000001.segment");

        for (int sector = 0; sector < after.length; sector += 512) {
            byte[] torn = after.clone();
            System.arraycopy(before, sector, torn, sector, before.length - sector);
            CrashingDisk crashed = disk.copy();
            crashed.replace("00000001.segment", torn);
            try (SegmentedBlockLog again = open(crashed)) {
                boolean complete = Arrays.equals(torn, after);
                assertThat(again.last().index()).isEqualTo(complete ? 5 : 2);
                assertThat(again.read(1, 2, 10_000)).isEqualTo(synced);
                assertThat(again.cutAtOpening().isPresent()).isEqualTo(!complete && !Arrays.equals(torn, before));
            }
        }
    }

    @Test
    void aSyncForcesOnceAndAnAppendWritesOnce() {
        CrashingDisk disk = new CrashingDisk();
        SegmentedBlockLog log = open(disk);
        log.append(EntryChain.after(TestLog.GENESIS, 1, 10, 10, 10));
        log.sync();
        CrashingDisk synced = disk.copy();

        synced.crash(new Random(1), 0);

        assertThat(open(synced).last().index()).isEqualTo(3);
        int writes = disk.writes();
        log.append(EntryChain.after(log.last(), 1, 10, 10, 10));
        assertThat(disk.writes() - writes).isEqualTo(1);
        int forces = disk.forces();
        log.sync();
        assertThat(disk.forces() - forces).isBetween(1, 2); // the second is for a piece of the next segment
        int forcesAfter = disk.forces();
        log.sync();
        assertThat(disk.forces()).as("nothing new to force").isEqualTo(forcesAfter);
    }

    @Test
    void whatAReopenedLogHoldsOutlivesThePowerFailureThatFollows() {
        CrashingDisk disk = new CrashingDisk();
        open(disk).append(EntryChain.after(TestLog.GENESIS, 1, 10, 10)); // and the process is killed before its sync

        long found = open(disk).last().index();
        disk.crash(new Random(3), 0);

        assertThat(found).isEqualTo(2);
        assertThat(open(disk).last().index()).isEqualTo(found);
    }

    @Test
    void aFailedSyncIsThrownAndNothingWorksAfterIt() {
        CrashingDisk disk = new CrashingDisk();
        SegmentedBlockLog log = open(disk);
        log.append(EntryChain.after(TestLog.GENESIS, 1, 10));
        disk.failToForce();

        assertThatThrownBy(log::sync)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("Input/output error");
        assertThatThrownBy(log::sync).hasMessageContaining("after a failure");
        assertThatThrownBy(() -> log.append(List.of())).hasMessageContaining("after a failure");
    }

    @Test
    void aFullDiskIsThrownAndCostsNothingThatWasSynced() {
        CrashingDisk disk = new CrashingDisk();
        SegmentedBlockLog log = open(disk);
        disk.leaveRoomFor(20_000);
        List<LogEntry> synced = new ArrayList<>();

        assertThatThrownBy(() -> {
                    while (true) {
                        List<LogEntry> more = EntryChain.after(log.last(), 1, 1_000);
                        log.append(more);
                        log.sync();
                        synced.addAll(more);
                    }
                })
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("No space left on device");

        disk.leaveRoomFor(Long.MAX_VALUE);
        disk.crash(new Random(2), 5);
        assertThat(TestLog.contentOf(open(disk)).subList(0, synced.size())).isEqualTo(synced);
        assertThat(synced).hasSizeGreaterThan(5);
    }

    private static SegmentedBlockLog open(LogDisk disk) {
        return SegmentedBlockLog.open(disk, TestLog.ORIGIN, TestLog.SEGMENT_BYTES);
    }
}
