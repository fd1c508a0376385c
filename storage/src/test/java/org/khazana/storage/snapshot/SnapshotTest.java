package org.khazana.storage.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.ledger.finality.Head;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.state.Position;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.table.Change;
import org.khazana.ledger.table.NetChanges;
import org.khazana.simulation.contract.BlockResults;
import org.khazana.simulation.contract.CopiedFolder;
import org.khazana.storage.rocksdb.Row;
import org.khazana.storage.rocksdb.RowSource;
import org.khazana.storage.state.LedgerStore;
import org.khazana.storage.state.PinnedState;
import org.khazana.storage.state.StateGone;

/** A state travels as chunks that are the same everywhere, and arrives whole or not at all. */
class SnapshotTest {
    private static final int ACCOUNTS = 25_000;

    @TempDir
    private static Path founded;

    @TempDir
    private Path folder;

    private LedgerStore store;
    private PinnedState pin;
    private StateExport export;

    /** Once for all tests, which take copies. */
    @BeforeAll
    static void foundAStateOfAFewChunks() {
        try (LedgerStore store = LedgerStore.open(founded)) {
            TestStates.found(store, ACCOUNTS);
        }
    }

    @BeforeEach
    void holdIt() throws IOException {
        store = LedgerStore.open(CopiedFolder.of(founded, folder.resolve("served")));
        store.apply(TestStates.moving(1, 2, store));
        pin = store.pin();
        export = TestStates.export(pin);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private SnapshotPaths paths() {
        return SnapshotPaths.in(folder.resolve("data"));
    }

    /** Vouched for: the head that the store stands at. */
    private IncomingState begin(StateExport fetched) {
        return begin(fetched, store.newestHead());
    }

    private IncomingState begin(StateExport fetched, Head head) {
        return IncomingState.begin(paths(), fetched.manifest(), TestStates.voucher(head, TestStates.TERM));
    }

    @Test
    void chunksAreFullAndTheirNumberFollowsFromTheState() {
        SnapshotManifest manifest = export.manifest();

        assertThat(manifest.chunks().size()).isGreaterThanOrEqualTo(3);
        for (int index = 0; index + 1 < manifest.chunks().size(); index++) {
            assertThat(export.chunk(index).length)
                    .isBetween(SnapshotManifest.CHUNK_BYTES_MAX - 1_000, SnapshotManifest.CHUNK_BYTES_MAX);
        }
        assertThat(manifest.height()).isEqualTo(1);
    }

    @Test
    void theSameBlocksGiveTheSameManifestWhateverTheDatabaseLooksLikeInside() {
        try (LedgerStore other = LedgerStore.open(folder.resolve("other"))) {
            TestStates.found(other, ACCOUNTS);
            other.flush();
            List<Change> sameInTheEnd = List.of(
                    new Position(new AccountId(1), TestStates.RUPEE, 7).set(),
                    new Position(new AccountId(2), TestStates.RUPEE, 2).set(),
                    new Position(new AccountId(1), TestStates.RUPEE, 0).set());
            other.apply(TestStates.changing(1, NetChanges.of(other.view(), sameInTheEnd)));
            other.flush();
            try (PinnedState same = other.pin()) {
                assertThat(TestStates.export(same).manifest()).isEqualTo(export.manifest());
            }
        }
    }

    @Test
    void whatIsAppliedLaterIsNotInIt() {
        byte[] before = export.chunk(1);

        store.apply(TestStates.moving(2, 20_000, store));
        store.flush();

        assertThat(export.chunk(1)).isEqualTo(before);
        assertThat(TestStates.export(pin).manifest()).isEqualTo(export.manifest());
    }

    @Test
    void aFetchedStateIsTheOneThatWasServed() throws Exception {
        try (IncomingState incoming = begin(export)) {
            takeThrough(incoming, export.manifest().chunks().size());
            incoming.verify(TestStates.vouchers());
        }
        StateInstallation installation = new StateInstallation(paths());
        try (LedgerStore late = LedgerStore.open(paths().state())) {
            late.found(BlockResults.CHAIN, List.of());
            PinnedState old = late.pin();
            installation.intend(export.manifest());

            late.exchange(installation::moveState);

            assertThat(late.appliedHeight()).isEqualTo(1);
            assertThat(late.view().quantity(new AccountId(2), TestStates.RUPEE)).isEqualTo(2);
            assertThatThrownBy(() -> TestStates.export(old)).isInstanceOf(StateGone.class);
            old.close();
            assertThat(late.apply(TestStates.moving(2, 3, late)))
                    .as("head of the next block")
                    .isEqualTo(store.apply(TestStates.moving(2, 3, store)));
            try (PinnedState next = late.pin()) {
                assertThat(next.height()).isEqualTo(2);
            }
        }
    }

    @Test
    void fetchingGoesOnAfterARestartWhereItWas() throws Exception {
        try (IncomingState incoming = begin(export)) {
            takeThrough(incoming, 2);
        }

        try (IncomingState again = IncomingState.resume(paths()).orElseThrow()) {
            assertThat(again.manifest()).isEqualTo(export.manifest());
            assertThat(again.nextChunk()).isEqualTo(2);
            takeThrough(again, export.manifest().chunks().size());
            again.verify(TestStates.vouchers());
        }
    }

    @Test
    void aChunkWithAFlippedBitIsRefusedAndTheRightOneTakenAfterwards() throws Exception {
        try (IncomingState incoming = begin(export)) {
            byte[] chunk = export.chunk(0);
            chunk[chunk.length / 2] ^= 4;

            assertThatThrownBy(() -> incoming.take(chunk)).isInstanceOf(MalformedSnapshot.class);

            assertThat(incoming.nextChunk()).isZero();
            incoming.take(export.chunk(0));
            assertThat(incoming.nextChunk()).isEqualTo(1);
            assertThatThrownBy(() -> incoming.take(export.chunk(2))).isInstanceOf(MalformedSnapshot.class);
        }
    }

    @Test
    void aStateThatDoesNotAddUpIsRefused() throws Exception {
        store.apply(TestStates.changing(
                2, NetChanges.of(store.view(), List.of(new Position(new AccountId(9), TestStates.RUPEE, 5).set()))));
        try (PinnedState unsound = store.pin()) {
            StateExport wrong = TestStates.export(unsound);
            try (IncomingState incoming = begin(wrong)) {
                for (int index = 0; index < wrong.manifest().chunks().size(); index++) {
                    incoming.take(wrong.chunk(index));
                }

                assertThatThrownBy(() -> incoming.verify(TestStates.vouchers()))
                        .isInstanceOf(MalformedSnapshot.class)
                        .hasMessageContaining("does not add up");
            }
        }
    }

    @Test
    void aStateWithAnotherRecordThanItsHeadNamesIsRefused() throws Exception {
        byte[] party = export.chunk(0);
        RowSource forged = (fromKey, visitor) ->
                pin.scan(fromKey, row -> visitor.test(row.key()[0] == Tables.PARTIES.number() ? renamed(row) : row));
        StateExport lying = StateExport.of(
                        forged,
                        new StateExport.Origin(TestStates.CHAIN, TestStates.block(1, 3), TestStates.CONFIGURATION))
                .orElseThrow();
        assertThat(lying.chunk(0)).isNotEqualTo(party);

        assertThatRefused(lying, "not the one that its head names");
    }

    @Test
    void aStateWithTheHeadOfAnotherBlockIsRefused() throws Exception {
        EntryMetadata other = new EntryMetadata(
                TestStates.block(1, 3).id(), 1_001, TestStates.block(2, 3).hash());
        StateExport lying = StateExport.of(
                        pin, new StateExport.Origin(TestStates.CHAIN, other, TestStates.CONFIGURATION))
                .orElseThrow();

        assertThatRefused(lying, "the header is not that of block");
    }

    private static Row renamed(Row row) {
        byte[] value = row.value().clone();
        value[4] ^= 1; // the first letter of the name
        return new Row(row.key(), value);
    }

    private void assertThatRefused(StateExport lying, String why) throws MalformedSnapshot {
        try (IncomingState incoming = begin(lying)) {
            for (int index = 0; index < lying.manifest().chunks().size(); index++) {
                incoming.take(lying.chunk(index));
            }
            assertThatThrownBy(() -> incoming.verify(TestStates.vouchers()))
                    .isInstanceOf(MalformedSnapshot.class)
                    .hasMessageContaining(why);
        }
    }

    @Test
    void aManifestOfAnotherHeightThanTheStateIsRefused() throws Exception {
        StateExport lying = StateExport.of(
                        pin,
                        new StateExport.Origin(
                                TestStates.CHAIN, TestStates.block(2, TestStates.TERM), TestStates.CONFIGURATION))
                .orElseThrow();
        store.apply(TestStates.empty(2));
        try (IncomingState incoming = begin(lying)) {
            takeThrough(incoming, lying.manifest().chunks().size());

            assertThatThrownBy(() -> incoming.verify(TestStates.vouchers())).hasMessageContaining("block 1, not 2");
        }
    }

    @Test
    void whatWasFetchedIsKeptAtAStartOnlyWhileItIsNewerThanTheState() {
        begin(export).close();

        IncomingState.discardOutdated(paths(), 0);
        assertThat(paths().incomingManifest()).exists();
        IncomingState.discardOutdated(paths(), 1);

        assertThat(paths().incoming()).doesNotExist();
    }

    @Test
    void aDamagedManifestMeansThatFetchingBeginsAnew() throws IOException {
        begin(export).close();
        byte[] bytes = Files.readAllBytes(paths().incomingManifest());
        bytes[40] ^= 1;
        Files.write(paths().incomingManifest(), bytes);

        assertThat(IncomingState.resume(paths())).isEmpty();
        assertThat(paths().incoming()).doesNotExist();
    }

    private void takeThrough(IncomingState incoming, int end) throws MalformedSnapshot {
        for (int index = incoming.nextChunk(); index < end; index++) {
            incoming.take(export.chunk(index));
        }
    }
}
