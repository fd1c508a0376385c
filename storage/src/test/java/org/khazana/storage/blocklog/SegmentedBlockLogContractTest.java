package org.khazana.storage.blocklog;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.membership.Configuration;
import org.khazana.consensus.port.DurableLog;
import org.khazana.simulation.contract.DurableLogContract;

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
}
