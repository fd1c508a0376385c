package org.khazana.storage.blocklog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.membership.Configuration;
import org.khazana.consensus.port.DurableLog;
import org.khazana.simulation.contract.DurableLogContract;
import org.khazana.simulation.contract.EntryChain;

/** The segment files, small enough that the entries need several, keep the contract. */
class SegmentedBlockLogContractTest extends DurableLogContract {
    @TempDir
    private Path folder;

    @Override
    protected EntryMetadata genesis() {
        return TestLog.GENESIS;
    }

    @Override
    protected Configuration founding() {
        return TestLog.ORIGIN.configuration();
    }

    @Override
    protected DurableLog emptyLog() {
        return SegmentedBlockLog.open(folder, TestLog.ORIGIN, TestLog.SETTINGS);
    }

    @Override
    protected DurableLog reopened(DurableLog log) {
        return SegmentedBlockLog.open(folder, TestLog.ORIGIN, TestLog.SETTINGS);
    }

    @Test
    void filesThatHoldOnlyForgottenEntriesAreDeleted() throws IOException {
        try (SegmentedBlockLog log = SegmentedBlockLog.open(folder, TestLog.ORIGIN, TestLog.SETTINGS)) {
            log.append(EntryChain.after(TestLog.GENESIS, 1, 7_000, 7_000, 7_000, 7_000, 7_000));
            log.sync();
            assertThat(segments()).hasSize(5);

            log.compactThrough(3);

            assertThat(log.base().index()).isEqualTo(3);
            assertThat(segments()).containsExactly("00000004.segment", "00000005.segment");

            log.restartAt(log.last(), TestLog.ORIGIN.configuration());

            assertThat(segments()).containsExactly("00000006.segment");
        }
    }

    @Test
    void anArchiveForgetsNothing() throws IOException {
        LogSettings archive = TestLog.SETTINGS.keepingAllBlocks();
        try (SegmentedBlockLog log = SegmentedBlockLog.open(folder, TestLog.ORIGIN, archive)) {
            log.append(EntryChain.after(TestLog.GENESIS, 1, 7_000, 7_000, 7_000, 7_000, 7_000));
            log.sync();

            log.compactThrough(5);

            assertThat(log.base()).isEqualTo(TestLog.GENESIS);
            assertThat(TestLog.contentOf(log)).hasSize(5);
            assertThat(segments()).hasSize(5);
        }
    }

    private List<String> segments() throws IOException {
        return new FolderDisk(folder).names().stream().filter(Segment::isName).toList();
    }
}
