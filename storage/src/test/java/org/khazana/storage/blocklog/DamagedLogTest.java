package org.khazana.storage.blocklog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.khazana.consensus.log.LogEntry;
import org.khazana.simulation.contract.EntryChain;
import org.khazana.storage.DataFolderProblem;

/** Whatever happens to the bytes of what was synced, the log never opens with less or other than was synced. */
class DamagedLogTest {
    private static final int HEADER_BYTES = 4096;
    private static final String SEGMENT = "00000001.segment";

    private final CrashingDisk disk = new CrashingDisk();
    private List<LogEntry> entries = List.of();
    private int end;

    @BeforeEach
    void writeASmallLog() {
        try (SegmentedBlockLog log = open(disk)) {
            entries = EntryChain.after(TestLog.GENESIS, 1, 0, 30, 600, 9, 1_500);
            log.append(entries.subList(0, 2));
            log.sync();
            log.append(entries.subList(2, 4));
            log.truncateFrom(4);
            log.append(List.of(entries.get(3)));
            log.sync();
            log.append(List.of(entries.get(4)));
            log.sync();
        }
        byte[] bytes = disk.bytesOf(SEGMENT);
        end = bytes.length;
        while (bytes[end - 1] == 0) {
            end--;
        }
    }

    @Test
    void everyFlippedByteIsRefusedOrHarmless() {
        byte[] good = disk.bytesOf(SEGMENT);
        for (int at = 0; at < end; at += step(at)) {
            for (int mask : new int[] {0x01, 0xFF}) {
                byte[] bad = good.clone();
                bad[at] ^= (byte) mask;
                disk.replace(SEGMENT, bad);

                assertThatThrownBy(() -> open(disk))
                        .as("byte %s flipped with %s", at, mask)
                        .isInstanceOf(DataFolderProblem.class);
            }
        }
    }

    @Test
    void aFlippedByteIsRefusedEvenWhenTheDurableMarkIsLost() {
        byte[] good = disk.bytesOf(SEGMENT);
        disk.replace(DurableMark.NAME, new byte[0]);
        for (int at = 0; at < end; at += step(at)) {
            byte[] bad = good.clone();
            bad[at] ^= 0x10;
            disk.replace(SEGMENT, bad);

            assertThatThrownBy(() -> open(disk)).as("byte %s flipped", at).isInstanceOf(DataFolderProblem.class);
        }
    }

    @Test
    void bytesAfterTheEndAreCutAndReported() {
        byte[] bytes = disk.bytesOf(SEGMENT);
        bytes[end + 1_000] = 1;
        disk.replace(SEGMENT, bytes);

        try (SegmentedBlockLog log = open(disk)) {
            assertThat(log.finding()).isInstanceOf(LogFinding.Torn.class);
            assertThat(TestLog.contentOf(log)).isEqualTo(entries);
        }
        assertThat(disk.bytesOf(SEGMENT)[end + 1_000]).isZero();
    }

    @Test
    void everyLostTailOfWhatWasSyncedIsRefused() {
        byte[] good = disk.bytesOf(SEGMENT);
        for (int to = HEADER_BYTES; to < end; to++) {
            byte[] bad = good.clone();
            Arrays.fill(bad, to, bad.length, (byte) 0);
            disk.replace(SEGMENT, bad);

            assertThatThrownBy(() -> open(disk)).as("zero from %s", to).isInstanceOf(DataFolderProblem.class);
        }
    }

    @Test
    void everyShorterFileIsRefused() {
        byte[] good = disk.bytesOf(SEGMENT);
        for (int length = 0; length < good.length; length += 41) {
            disk.replace(SEGMENT, Arrays.copyOf(good, length));

            assertThatThrownBy(() -> open(disk)).as("%s bytes", length).isInstanceOf(DataFolderProblem.class);
        }
    }

    @Test
    void everyDamagedDurableMarkIsHarmless() {
        byte[] good = disk.bytesOf(DurableMark.NAME);
        for (int at = 0; at < good.length; at++) {
            byte[] bad = good.clone();
            bad[at] ^= 0x40;
            disk.replace(DurableMark.NAME, bad);

            try (SegmentedBlockLog log = open(disk)) {
                assertThat(TestLog.contentOf(log)).isEqualTo(entries);
            }
        }
    }

    @Test
    void damageThatComesWhileTheLogIsOpenIsAnErrorOfTheReader() {
        SegmentedBlockLog log = open(disk);
        byte[] bad = disk.bytesOf(SEGMENT);
        bad[end - 100] ^= 1;
        disk.overwrite(SEGMENT, bad);

        assertThatThrownBy(() -> log.read(5, 5, 10_000))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("entry 5")
                .hasMessageContaining("damaged");
        assertThat(log.read(1, 4, 10_000)).isEqualTo(entries.subList(0, 4));
    }

    /** Every byte but the unused ones of the header, of which some are enough. */
    private static int step(int at) {
        return at > 300 && at < HEADER_BYTES - 51 ? 51 : 1;
    }

    private static SegmentedBlockLog open(LogDisk disk) {
        return SegmentedBlockLog.open(disk, TestLog.ORIGIN, TestLog.SETTINGS);
    }
}
