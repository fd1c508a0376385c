package org.khazana.storage.blocklog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.khazana.consensus.log.LogEntry;
import org.khazana.simulation.contract.EntryChain;

/** Power failures at any moment: what was synced is there, what was not is there up to some batch, and nothing else. */
class CrashTest {
    private static final int RUNS = 150;
    private static final int STEPS = 40;

    @Test
    void whateverIsDoneAndWheneverPowerFailsTheLogHoldsWhatAModelSays() {
        for (int run = 0; run < RUNS; run++) {
            long seed = Long.getLong("seed", 4_711L + run);
            try {
                live(new Random(seed));
            } catch (RuntimeException | AssertionError failure) {
                throw new AssertionError("seed " + seed, failure);
            }
        }
    }

    /** A log in which a process lives, dies amid anything and lives again. */
    private static void live(Random chance) {
        CrashingDisk disk = new CrashingDisk();
        SegmentedBlockLog log = open(disk);
        LogModel model = new LogModel();
        for (int step = 0; step < STEPS; step++) {
            if (chance.nextInt(6) == 0) {
                disk.cutPowerAfter(chance.nextInt(12));
            }
            boolean powerLost = chance.nextInt(8) == 0;
            try {
                model.change(log, step, chance);
            } catch (UncheckedIOException failure) {
                assertThat(failure).hasMessageContaining("power was lost");
                powerLost = true;
            }
            if (powerLost) {
                disk.crash(chance, chance.nextInt(11));
                log = reopen(disk, chance);
                model.foundAfterACrash(log);
            } else {
                model.assertHolds(log);
            }
        }
    }

    /** Starts, and sometimes dies again and again while it does. */
    private static SegmentedBlockLog reopen(CrashingDisk disk, Random chance) {
        while (chance.nextInt(3) == 0) {
            disk.cutPowerAfter(chance.nextInt(10));
            try {
                open(disk);
            } catch (UncheckedIOException failure) {
                assertThat(failure).hasMessageContaining("power was lost");
            }
            disk.crash(chance, chance.nextInt(11));
        }
        return open(disk);
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
                assertThat(again.finding() instanceof LogFinding.Torn)
                        .isEqualTo(!complete && !Arrays.equals(torn, before));
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
        return SegmentedBlockLog.open(disk, TestLog.ORIGIN, TestLog.SETTINGS);
    }
}
