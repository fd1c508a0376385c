package org.khazana.storage.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.log.HardState;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.log.Term;
import org.khazana.consensus.membership.PlacedConfiguration;
import org.khazana.ledger.finality.Head;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.proof.AppointmentStep;
import org.khazana.ledger.statetree.StateProof;
import org.khazana.simulation.contract.BlockResults;
import org.khazana.simulation.contract.EntryChain;
import org.khazana.storage.blocklog.LogOpening;
import org.khazana.storage.blocklog.LogOrigin;
import org.khazana.storage.blocklog.LogSettings;
import org.khazana.storage.blocklog.SegmentedBlockLog;
import org.khazana.storage.folder.LogAndVote;
import org.khazana.storage.folder.RestartCheck;
import org.khazana.storage.snapshot.StateInstallation.Step;
import org.khazana.storage.state.LedgerStore;
import org.khazana.storage.state.PinnedState;
import org.khazana.storage.vote.DualSlotVoteFile;

/** A machine that stops in the middle of an installation starts with all that is old, or with all that is new. */
class StateInstallationTest {
    private static final EntryMetadata GENESIS = TestStates.block(0, 0);
    private static final LogOrigin ORIGIN = new LogOrigin(GENESIS, TestStates.CONFIGURATION);
    private static final LogSettings SETTINGS = new LogSettings(1 << 14, false);
    private static final long NEW_HEIGHT = 50;
    private static final EntryMetadata NEW_LAST = TestStates.block(NEW_HEIGHT, 3);

    private static final byte[] EVIDENCE = {4, 5, 6};
    private static final StateProof ANY_PROOF = new StateProof(List.of(), StateProof.Nothing.HERE);
    private static final AppointmentStep STEP = new AppointmentStep(
            TestStates.voucher(Head.founding(TestStates.CHAIN, TestStates.CHAIN.hash()), 0)
                    .testimony()
                    .certificate(),
            ANY_PROOF,
            ANY_PROOF);

    private static final AtomicReference<Prepared> PREPARED = new AtomicReference<>();

    @TempDir
    private Path folder;

    private SnapshotPaths paths;
    private SnapshotManifest manifest;
    private SnapshotVoucher voucher;

    private static final class Stopped extends RuntimeException {}

    /** A data folder as each test finds it, and what was fetched into it. */
    private record Prepared(Path folder, SnapshotManifest manifest, SnapshotVoucher voucher) {}

    @BeforeAll
    static void fiveOldBlocksAndAFetchedStateOfBlockFifty(@TempDir Path folder) throws Exception {
        try (LedgerStore old = LedgerStore.open(SnapshotPaths.in(folder).state());
                SegmentedBlockLog log = SegmentedBlockLog.open(folder.resolve("log"), ORIGIN, SETTINGS)) {
            old.found(BlockResults.CHAIN, List.of());
            for (LogEntry entry : EntryChain.after(GENESIS, 1, 10, 10, 10, 10, 10)) {
                log.append(List.of(entry));
                old.apply(TestStates.empty(entry.index()));
            }
            old.keepEvidence(new byte[] {1}, EVIDENCE);
            old.keep(STEP);
        }
        DualSlotVoteFile.create(folder.resolve("vote"));
        try (DualSlotVoteFile vote = DualSlotVoteFile.open(folder.resolve("vote"))) {
            vote.store(new HardState(new Term(2), Optional.empty(), false));
        }
        PREPARED.set(fetch(folder));
    }

    private static Prepared fetch(Path folder) throws MalformedSnapshot {
        try (LedgerStore served = LedgerStore.open(folder.resolve("served"))) {
            TestStates.found(served, 100);
            for (long height = 1; height <= NEW_HEIGHT; height++) {
                served.apply(TestStates.empty(height));
            }
            try (PinnedState pin = served.pin()) {
                StateExport export = TestStates.export(pin);
                SnapshotVoucher voucher = TestStates.voucher(served.newestHead(), TestStates.TERM);
                try (IncomingState incoming =
                        IncomingState.begin(SnapshotPaths.in(folder), export.manifest(), voucher)) {
                    incoming.take(export.chunk(0));
                    incoming.verify(TestStates.vouchers());
                    incoming.settle();
                }
                return new Prepared(folder, export.manifest(), voucher);
            }
        }
    }

    @BeforeEach
    void copyWhatWasPrepared() throws IOException {
        Prepared once = Objects.requireNonNull(PREPARED.get());
        Path prepared = once.folder();
        try (Stream<Path> files = Files.walk(prepared)) {
            for (Path file : files.skip(1).toList()) {
                Files.copy(file, folder.resolve(prepared.relativize(file)));
            }
        }
        paths = SnapshotPaths.in(folder);
        manifest = once.manifest();
        voucher = once.voucher();
    }

    /** As a running node does it, until the machine stops. */
    private void installUntil(Consumer<Step> afterStep) {
        StateInstallation installation = new StateInstallation(paths, afterStep);
        try (LedgerStore store = LedgerStore.open(paths.state());
                DualSlotVoteFile vote = DualSlotVoteFile.open(folder.resolve("vote"));
                SegmentedBlockLog log = SegmentedBlockLog.open(folder.resolve("log"), ORIGIN, SETTINGS)) {
            installation.intend(manifest);
            store.exchange(installation::moveState);
            vote.store(new HardState(
                    NEW_LAST.term(), Optional.empty(), false)); // the leader's, waiting before the restart
            afterStep.accept(Step.TERM_KNOWN);
            log.restartAt(NEW_LAST, TestStates.CONFIGURATION);
            afterStep.accept(Step.LOG_RESTARTED);
            assertThat(installation.finishIfKnownTo(log)).isTrue();
        } catch (Stopped stopped) {
            // Whatever was done is on disk, and nothing after it.
        }
    }

    /** As a node starts; the state's height and where the log begins and ends. */
    private long[] start(Consumer<Step> afterStep) throws IOException {
        StateInstallation installation = new StateInstallation(paths, afterStep);
        installation.settleState();
        LogOpening opening = LogOpening.examine(folder.resolve("log"), ORIGIN, SETTINGS);
        try (DualSlotVoteFile vote = DualSlotVoteFile.open(folder.resolve("vote"));
                LedgerStore store = LedgerStore.open(paths.state())) {
            long heightOfLog = installation.intended().isPresent()
                    ? Math.min(store.appliedHeight(), opening.last().index())
                    : store.appliedHeight();
            LogAndVote memory = LogAndVote.open(vote, opening, heightOfLog);
            try (SegmentedBlockLog log = memory.log()) {
                installation.settleLog(log, vote);
                RestartCheck.verify(vote.load(), log, store.appliedHeight());
                assertThat(memory.warning()).isEmpty();
                assertThat(vote.load().isRecovering()).isFalse();
                assertThat(store.view().quantity(new AccountId(100), TestStates.RUPEE))
                        .isEqualTo(store.appliedHeight() == NEW_HEIGHT ? 1 : 0);
                if (log.base().index() > 0) {
                    assertThat(log.base()).isEqualTo(NEW_LAST);
                    assertThat(log.configurations())
                            .containsExactly(new PlacedConfiguration(NEW_HEIGHT, TestStates.CONFIGURATION));
                }
                return new long[] {
                    store.appliedHeight(), log.base().index(), log.last().index()
                };
            }
        }
    }

    private static Consumer<Step> stoppingAfter(Step last) {
        return step -> {
            if (step == last) {
                throw new Stopped();
            }
        };
    }

    @Test
    void withoutAnIntentNothingHasHappened() throws IOException {
        assertThat(start(step -> {})).containsExactly(5, 0, 5);
        assertThat(IncomingState.resume(paths)).hasValueSatisfying(incoming -> {
            assertThat(incoming.isComplete()).isTrue();
            incoming.close();
        });
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void wheneverTheMachineStopsTheNextStartHasTheNewStateAndALogThatGoesOnAfterIt(Step last) throws IOException {
        installUntil(stoppingAfter(last));

        assertThat(start(step -> {})).containsExactly(NEW_HEIGHT, NEW_HEIGHT, NEW_HEIGHT);

        assertNothingIsLeft();
        assertCanHandItOn();
        assertRemembersWhatNoSnapshotBrings();
    }

    private void assertCanHandItOn() {
        try (KeptSnapshot kept = KeptSnapshot.of(paths).orElseThrow()) {
            assertThat(kept.origin()).isEqualTo(manifest.origin());
            assertThat(kept.voucher()).isEqualTo(voucher);
            assertThat(StateExport.of(kept, kept.origin()).orElseThrow().manifest())
                    .isEqualTo(manifest);
        } catch (MalformedSnapshot wrong) {
            throw new AssertionError(wrong);
        }
    }

    private void assertRemembersWhatNoSnapshotBrings() {
        try (LedgerStore store = LedgerStore.open(paths.state())) {
            assertThat(store.evidence()).singleElement().isEqualTo(EVIDENCE);
            assertThat(store.steps(10)).containsExactly(STEP);
            assertThat(store.certificateFrom(NEW_HEIGHT))
                    .contains(voucher.testimony().certificate());
        }
    }

    static Stream<Arguments> twoStops() {
        return Arrays.stream(Step.values())
                .flatMap(first -> Arrays.stream(Step.values())
                        .filter(second -> second.compareTo(first) >= 0)
                        .map(second -> Arguments.of(first, second)));
    }

    @ParameterizedTest
    @MethodSource("twoStops")
    void aStartThatIsCutShortAsWellIsCarriedThroughByTheNext(Step first, Step second) throws IOException {
        installUntil(stoppingAfter(first));
        try {
            start(stoppingAfter(second));
        } catch (Stopped again) {
            // The machine has stopped once more.
        }

        assertThat(start(step -> {})).containsExactly(NEW_HEIGHT, NEW_HEIGHT, NEW_HEIGHT);
        assertNothingIsLeft();
    }

    @Test
    void aLogThatHoldsTheBlockOfTheSnapshotIsKept() throws IOException {
        installUntil(stoppingAfter(Step.LOG_RESTARTED));
        try (SegmentedBlockLog log = SegmentedBlockLog.open(folder.resolve("log"), ORIGIN, SETTINGS)) {
            log.append(EntryChain.after(NEW_LAST, 3, 10, 10));
        }

        assertThat(start(step -> {})).containsExactly(NEW_HEIGHT, NEW_HEIGHT, NEW_HEIGHT + 2);
    }

    @Test
    void aNewIncomingStateNeverTakesPartInAnEarlierInstallation() throws Exception {
        installUntil(stoppingAfter(Step.LOG_RESTARTED));

        assertThat(IncomingState.resume(paths)).isEmpty();
        assertThatThrownBy(() -> IncomingState.begin(paths, manifest, voucher))
                .hasMessageContaining("while another is being installed");
    }

    private void assertNothingIsLeft() {
        assertThat(paths.installing()).doesNotExist();
        assertThat(paths.incoming()).doesNotExist();
        assertThat(paths.replaced()).doesNotExist();
    }
}
