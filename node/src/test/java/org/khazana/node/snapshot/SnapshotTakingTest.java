package org.khazana.node.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.membership.Configuration;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.membership.QuorumClause;
import org.khazana.consensus.membership.QuorumPolicy;
import org.khazana.consensus.port.StateMachine;
import org.khazana.ledger.table.NetChanges;
import org.khazana.node.gateway.CertifiedHeights;
import org.khazana.simulation.contract.BlockResults;
import org.khazana.simulation.contract.EntryChain;
import org.khazana.simulation.disk.SimulatedLog;
import org.khazana.storage.snapshot.KeptSnapshot;
import org.khazana.storage.snapshot.MalformedSnapshot;
import org.khazana.storage.snapshot.SnapshotPaths;
import org.khazana.storage.state.LedgerStore;

/** When states are taken hold of, and when blocks may be forgotten for that. */
final class SnapshotTakingTest {
    private static final int EVERY_BLOCKS = 10;
    private static final Configuration ALONE =
            Configuration.of(new QuorumPolicy(List.of(QuorumClause.majorityOf("all", Set.of(new MemberId("v1", 1))))));

    @TempDir
    private Path folder;

    private final SnapshotShelf shelf = new SnapshotShelf();
    private final List<Long> heightsKept = new ArrayList<>();
    private final List<Long> heightsAfterPowerLoss = new ArrayList<>();
    private final CertifiedHeights certified = new CertifiedHeights(0);
    private final AtomicBoolean isCertifying = new AtomicBoolean(true);
    private final Set<Long> unprovable = new TreeSet<>();
    private LedgerStore store;

    @BeforeEach
    void found() {
        store = LedgerStore.open(folder.resolve("state"));
        store.found(BlockResults.CHAIN, List.of());
    }

    @AfterEach
    void close() {
        shelf.close();
        store.close();
    }

    private final class Machine implements StateMachine {
        @Override
        public long appliedIndex() {
            return store.appliedHeight();
        }

        @Override
        public void apply(LogEntry entry) {
            store.apply(TestVouchers.result(entry.index(), NetChanges.NONE));
            if (isCertifying.get()) {
                certified.reached(entry.index());
            }
        }
    }

    private SnapshotTaking taking(boolean letsForget) {
        return new SnapshotTaking(
                new Machine(),
                new SnapshotTaking.Holdings(
                        TestVouchers.CHAIN,
                        store,
                        new SimulatedLog(ALONE),
                        shelf,
                        new Keeping(store, SnapshotPaths.in(folder))),
                new Snapshots.Certified(
                        certified::await,
                        height -> store.head(height)
                                .filter(head -> !unprovable.contains(height))
                                .map(TestVouchers::voucher)),
                new SnapshotTaking.Habit(EVERY_BLOCKS, letsForget),
                Runnable::run,
                System::nanoTime,
                this::losePower);
    }

    private static List<LogEntry> blocks(int count) {
        return EntryChain.after(SimulatedLog.GENESIS, 1, new int[count]);
    }

    /** What the state would be if power failed now: the database's own log of writes is not synced. */
    private void losePower(EntryMetadata taken) {
        Path copy = folder.resolve("copy-" + taken.index());
        try (Stream<Path> files = Files.list(folder.resolve("state"))) {
            Files.createDirectory(copy);
            for (Path file :
                    files.filter(file -> !file.toString().endsWith(".log")).toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (LedgerStore found = LedgerStore.open(copy)) {
            heightsAfterPowerLoss.add(found.appliedHeight());
        }
        heightsKept.add(kept());
    }

    /** Of the snapshot that would be there after a restart; 0 for none. */
    private long kept() {
        try (KeptSnapshot kept =
                KeptSnapshot.openToLook(SnapshotPaths.in(folder).kept())) {
            return kept.voucher().testimony().wanted().height();
        } catch (MalformedSnapshot nothing) {
            return 0;
        }
    }

    @Test
    void blocksMayBeForgottenOnlyOnceTheStateOnDiskHoldsThem() {
        SnapshotTaking taking = taking(true);

        blocks(25).forEach(taking::apply);

        assertThat(heightsAfterPowerLoss).containsExactly(10L, 20L);
        assertThat(shelf.newest().orElseThrow().height()).isEqualTo(20);
    }

    @Test
    void anArchiveHoldsStatesForOthersAndForgetsNothing() {
        SnapshotTaking taking = taking(false);

        blocks(25).forEach(taking::apply);

        assertThat(heightsAfterPowerLoss).isEmpty();
        assertThat(shelf.newest().orElseThrow().height()).isEqualTo(20);
    }

    @Test
    void blocksAreForgottenOnlyOnceACertifiedStateWouldOutliveTheProcess() {
        SnapshotTaking taking = taking(true);

        blocks(25).forEach(taking::apply);

        assertThat(heightsKept).containsExactly(10L, 20L);
    }

    @Test
    void whileNothingIsCertifiedNothingIsForgottenOrHandedOut() {
        isCertifying.set(false);
        SnapshotTaking taking = taking(true);
        List<LogEntry> blocks = blocks(50);
        blocks.subList(0, 45).forEach(taking::apply);
        assertThat(shelf.newest()).isEmpty();
        assertThat(heightsAfterPowerLoss).isEmpty();

        certified.reached(12);
        assertThat(shelf.newest().orElseThrow().height()).isEqualTo(10);
        assertThat(heightsAfterPowerLoss)
                .as("the copy that is to outlive the process is of block 45")
                .isEmpty();
        certified.reached(45);

        assertThat(heightsKept).containsExactly(45L);
        assertThat(shelf.newest().orElseThrow().height()).isEqualTo(40);
        certified.reached(1_000);
        blocks.subList(45, 50).forEach(taking::apply);
        assertThat(heightsKept).containsExactly(45L, 50L);
    }

    @Test
    void aStateThatCannotBeProvedIsLetGoAndTheNextOneTakesItsPlace() {
        unprovable.add(10L);
        SnapshotTaking taking = taking(true);
        List<LogEntry> blocks = blocks(20);

        blocks.subList(0, 15).forEach(taking::apply);
        assertThat(shelf.newest()).isEmpty();
        assertThat(heightsKept).isEmpty();
        blocks.subList(15, 20).forEach(taking::apply);

        assertThat(heightsKept).containsExactly(20L);
    }
}
