package org.khazana.storage.blocklog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.khazana.consensus.log.LogEntry;
import org.khazana.simulation.contract.EntryChain;

/**
 * Whatever happens to the files of a log whose every entry was synced: either nothing is missing, or the opening says
 * that something was lost before it cuts anything, and keeps what the log held at some earlier moment.
 */
class LostEntriesTest {
    private static final int SECTOR_BYTES = 512;
    private static final List<String> SEGMENTS = List.of("00000001.segment", "00000002.segment", "00000003.segment");

    private final CrashingDisk disk = new CrashingDisk();
    private final List<List<LogEntry>> history = new ArrayList<>(List.of(List.of()));

    @BeforeEach
    void writeThreeSegments() {
        try (SegmentedBlockLog log = open(disk)) {
            List<LogEntry> first = EntryChain.after(TestLog.GENESIS, 1, 0, 30, 5_000, 600, 9);
            write(log, first.subList(0, 2));
            write(log, first.subList(2, 5));
            log.truncateFrom(4);
            log.sync();
            history.add(TestLog.contentOf(log));
            for (int size : new int[] {4_000, 6_000, 300, 5_000, 7_000, 100}) {
                write(log, EntryChain.after(log.last(), 2, size));
            }
        }
        assertThat(disk.names()).containsAll(SEGMENTS).doesNotContain("00000004.segment");
    }

    private void write(SegmentedBlockLog log, List<LogEntry> entries) {
        log.append(entries);
        log.sync();
        history.add(TestLog.contentOf(log));
    }

    @Test
    void aFlippedByteAnywhereLosesNothingInSilence() {
        int damaged = 0;
        for (String segment : SEGMENTS) {
            byte[] good = disk.bytesOf(segment);
            for (int at = 0; at < good.length; at += good[at] == 0 ? 5 : 1) {
                byte[] bad = good.clone();
                bad[at] ^= (byte) (1 << at % 8);
                if (outcome(segment, bad, at % 97 == 0) instanceof LogFinding.Damaged) {
                    damaged++;
                }
            }
        }
        assertThat(damaged).as("bytes that matter").isGreaterThan(30_000);
    }

    @Test
    void aShorterFileLosesNothingInSilence() {
        for (String segment : SEGMENTS) {
            byte[] good = disk.bytesOf(segment);
            int step = segment.equals(SEGMENTS.getLast()) ? 1 : 61;
            for (int length = 0; length < good.length; length += step) {
                assertThat(outcome(segment, Arrays.copyOf(good, length), length % 997 == 0))
                        .isInstanceOf(LogFinding.Damaged.class);
            }
        }
    }

    @Test
    void aLostTailIsNoticedWhereverItBegins() {
        String segment = SEGMENTS.getLast();
        byte[] good = disk.bytesOf(segment);
        int end = good.length;
        while (good[end - 1] == 0) {
            end--;
        }
        for (int from = 0; from < end; from++) {
            byte[] bad = good.clone();
            Arrays.fill(bad, from, bad.length, (byte) 0);
            assertThat(outcome(segment, bad, from % 97 == 0)).isInstanceOf(LogFinding.Damaged.class);
        }
    }

    @Test
    void zeroedSectorsLoseNothingInSilence() {
        for (String segment : SEGMENTS) {
            byte[] good = disk.bytesOf(segment);
            for (int from = 0; from < good.length; from += SECTOR_BYTES) {
                for (int to = from + SECTOR_BYTES; to <= good.length; to += SECTOR_BYTES) {
                    byte[] bad = good.clone();
                    Arrays.fill(bad, from, to, (byte) 0);
                    outcome(segment, bad, to == from + SECTOR_BYTES);
                }
            }
        }
    }

    @Test
    void aWriteToAWrongPlaceLosesNothingInSilence() {
        for (String source : SEGMENTS) {
            byte[] from = disk.bytesOf(source);
            for (String target : SEGMENTS) {
                byte[] good = disk.bytesOf(target);
                for (int shift = -8_192; shift <= 8_192; shift += SECTOR_BYTES) {
                    for (int at = 0; at + shift < from.length && at < good.length; at += 3 * SECTOR_BYTES) {
                        if (at + shift >= 0) {
                            byte[] bad = good.clone();
                            System.arraycopy(from, at + shift, bad, at, SECTOR_BYTES);
                            outcome(target, bad, false);
                        }
                    }
                }
            }
        }
    }

    @Test
    void aMissingFileIsNoticedWhicheverItIs() {
        for (String segment : SEGMENTS) {
            CrashingDisk bad = disk.copy();
            bad.lose(segment);
            assertThat(outcome(bad, true)).isInstanceOf(LogFinding.Damaged.class);
        }
        CrashingDisk empty = disk.copy();
        SEGMENTS.forEach(empty::lose);
        assertThat(outcome(empty, true))
                .isInstanceOfSatisfying(
                        LogFinding.Damaged.class,
                        found -> assertThat(found.keptThrough()).isZero());
    }

    /** After a power failure the mark may not know of the newest batches any more, but it knows of the file. */
    @Test
    void theNewestFileIsMissedAlsoWhenItWentTogetherWithThePower() {
        CrashingDisk failing = new CrashingDisk();
        SegmentedBlockLog log = open(failing);
        while (!failing.names().contains("00000002.segment")) {
            write(log, EntryChain.after(log.last(), 1, 5_000));
        }
        failing.crash(new Random(1), 0);
        assertThat(outcome(failing.copy(), true)).isInstanceOf(LogFinding.Clean.class);

        failing.lose("00000002.segment");

        assertThat(outcome(failing, true))
                .isInstanceOfSatisfying(
                        LogFinding.Damaged.class,
                        found -> assertThat(found.sentence()).contains("00000002.segment of the block log is missing"));
    }

    @Test
    void aMissingFirstFileIsToldFromOneThatWasDeleted() {
        try (SegmentedBlockLog log = open(disk)) {
            log.compactThrough(log.last().index());
            assertThat(log.base().index()).isPositive();
        }
        assertThat(disk.names()).doesNotContain(SEGMENTS.getFirst());
        assertThat(outcome(disk.copy(), true)).isInstanceOf(LogFinding.Clean.class);

        String oldest =
                disk.names().stream().filter(Segment::isName).findFirst().orElseThrow();
        CrashingDisk bad = disk.copy();
        bad.lose(oldest);

        assertThat(outcome(bad, true)).isInstanceOf(LogFinding.Damaged.class);
    }

    @Test
    void aLogThatEndsBelowTheDurableMarkHasLostSomething() throws Exception {
        long batch;
        try (LogFile file = disk.open(DurableMark.NAME)) {
            batch = new DurableMark(file).read().batch();
        }
        CrashingDisk bad = disk.copy();
        new DurableMark(bad.open(DurableMark.NAME)).write(new DurableMark.Content(batch + 1, 1, 1));

        assertThat(outcome(bad, true))
                .isInstanceOfSatisfying(
                        LogFinding.Damaged.class,
                        found -> assertThat(found.keptThrough())
                                .isEqualTo(history.getLast().getLast().index()));
    }

    @Test
    void powerThatFailsAmidTheCutLeavesALogThatIsCutAgainOrIsTheShorterOne() {
        byte[] flipped = disk.bytesOf(SEGMENTS.getFirst());
        flipped[8_000] ^= 1;
        for (byte[] bad : List.of(flipped, new byte[flipped.length])) {
            for (boolean markIsLost : new boolean[] {false, true}) {
                CrashingDisk damaged = disk.copy();
                damaged.replace(SEGMENTS.getFirst(), bad);
                if (markIsLost) {
                    damaged.lose(DurableMark.NAME);
                }
                int steps = 0;
                while (!isCutWithin(steps, damaged)) {
                    steps++;
                }
                assertThat(steps).isGreaterThan(5);
            }
        }
    }

    /** Whether so many steps are enough to cut; if power fails before, what is left must be right, too. */
    private boolean isCutWithin(int steps, CrashingDisk damaged) {
        CrashingDisk amid = damaged.copy();
        LogOpening opening = LogOpening.examine(amid, TestLog.ORIGIN, TestLog.SETTINGS);
        amid.cutPowerAfter(steps);
        boolean carriedOut = true;
        try {
            opening.proceed();
        } catch (UncheckedIOException failure) {
            assertThat(failure).hasMessageContaining("power was lost");
            carriedOut = false;
        }
        for (int kept : new int[] {0, 5, 10}) {
            CrashingDisk after = amid.copy();
            after.crash(new Random(steps), kept);
            SegmentedBlockLog log =
                    LogOpening.examine(after, TestLog.ORIGIN, TestLog.SETTINGS).proceed();
            assertThat(history).contains(TestLog.contentOf(log));
            assertThat(log.base()).isEqualTo(TestLog.GENESIS);
        }
        return carriedOut;
    }

    @Test
    void aSegmentFromAnotherHistoryDoesNotFollow() {
        CrashingDisk other = new CrashingDisk();
        try (SegmentedBlockLog log = open(other)) {
            for (int size : new int[] {5_000, 5_000, 4_000, 6_000, 300, 5_000, 7_000, 100}) {
                log.append(EntryChain.after(log.last(), 7, size));
                log.sync();
            }
        }
        for (String segment : SEGMENTS.subList(1, 3)) {
            assertThat(outcome(segment, other.bytesOf(segment), true)).isInstanceOf(LogFinding.Damaged.class);
        }
    }

    @Test
    void aReadErrorIsNeverTheEndOfTheLog() {
        int reads = 0;
        boolean opened = false;
        while (!opened) {
            CrashingDisk failing = disk.copy();
            failing.failToReadAfter(reads);
            try {
                LogOpening opening = LogOpening.examine(failing, TestLog.ORIGIN, TestLog.SETTINGS);
                assertThat(opening.finding()).isInstanceOf(LogFinding.Clean.class);
                opened = true;
            } catch (UncheckedIOException failure) {
                assertThat(failure).hasMessageContaining("Input/output error");
                reads++;
            }
        }
        assertThat(reads).as("the mark, and header and content of each segment").isGreaterThanOrEqualTo(7);
    }

    @Test
    void examiningChangesNothing() {
        byte[] bad = disk.bytesOf(SEGMENTS.getFirst());
        bad[5_000] ^= 1;
        disk.replace(SEGMENTS.getFirst(), bad);
        List<String> names = disk.names();
        int writes = disk.writes();

        LogOpening opening = LogOpening.examine(disk, TestLog.ORIGIN, TestLog.SETTINGS);

        assertThat(opening.finding().losesEntries()).isTrue();
        assertThat(disk.names()).isEqualTo(names);
        assertThat(disk.writes()).isEqualTo(writes);
        assertThat(disk.bytesOf(SEGMENTS.getFirst())).isEqualTo(bad);
        assertThatThrownBy(() -> open(disk)).hasMessageContaining("not readable at byte");
    }

    private LogFinding outcome(String segment, byte[] bad, boolean proceeds) {
        byte[] good = disk.bytesOf(segment);
        disk.replace(segment, bad);
        LogFinding finding = outcome(proceeds ? disk.copy() : disk, proceeds);
        disk.replace(segment, good);
        return finding;
    }

    /** What the opening finds, having checked that it is true. */
    private LogFinding outcome(CrashingDisk files, boolean proceeds) {
        LogOpening opening = LogOpening.examine(files, TestLog.ORIGIN, TestLog.SETTINGS);
        LogFinding finding = opening.finding();
        List<LogEntry> all = history.getLast();
        if (finding instanceof LogFinding.Damaged(long keptThrough, String sentence)) {
            assertThat(opening.last().index()).isEqualTo(keptThrough);
            assertThat(sentence).contains("block log");
        } else {
            assertThat(opening.last()).isEqualTo(all.getLast().metadata());
        }
        if (proceeds) {
            assertGoesOn(files, opening);
        }
        return finding;
    }

    private void assertGoesOn(CrashingDisk files, LogOpening opening) {
        List<LogEntry> more;
        List<LogEntry> kept;
        try (SegmentedBlockLog log = opening.proceed()) {
            kept = TestLog.contentOf(log);
            assertThat(log.last()).isEqualTo(opening.last());
            assertThat(history)
                    .anySatisfy(moment -> assertThat(moment.subList(
                                    (int) Math.min(moment.size(), log.base().index()), moment.size()))
                            .isEqualTo(kept));
            more = EntryChain.after(log.last(), 9, 10, 9_000, 9_000);
            log.append(more);
            log.sync();
        }
        files.crash(new Random(1), 0);
        try (SegmentedBlockLog again = open(files)) {
            assertThat(again.finding()).isInstanceOf(LogFinding.Clean.class);
            List<LogEntry> both = new ArrayList<>(kept);
            both.addAll(more);
            assertThat(TestLog.contentOf(again)).isEqualTo(both);
        }
    }

    private static SegmentedBlockLog open(LogDisk disk) {
        return SegmentedBlockLog.open(disk, TestLog.ORIGIN, TestLog.SETTINGS);
    }
}
