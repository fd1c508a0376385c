package org.khazana.storage.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.execution.BlockResult;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.receipt.Posting;
import org.khazana.ledger.receipt.Receipt;
import org.khazana.ledger.refusal.Refusal;
import org.khazana.ledger.refusal.RefusalCode;
import org.khazana.ledger.state.Position;
import org.khazana.ledger.table.Change;
import org.khazana.ledger.table.NetChanges;
import org.khazana.ledger.transaction.TransactionId;
import org.khazana.simulation.contract.BlockResults;
import org.khazana.storage.DataFolderProblem;
import org.khazana.storage.rocksdb.RocksStore;
import org.khazana.storage.schema.StoreTables;

/** Blocks move the state as a whole, heights follow each other, and the receipt that decided stands. */
class LedgerStoreTest {
    private static final AssetCode RUPEE = new AssetCode("PKR");
    private static final AccountId ACCOUNT = new AccountId(7);
    private static final TransactionId TRANSACTION = new TransactionId(Hash.of(new byte[32]));

    @TempDir
    private Path folder;

    @Test
    void heightsFollowEachOtherAndSurviveARestart() {
        try (LedgerStore store = founded()) {
            assertThat(store.appliedHeight()).isZero();
            store.apply(block(store, 1, 10));
            assertThatThrownBy(() -> store.apply(block(store, 1, 11))).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> store.apply(block(store, 3, 11))).isInstanceOf(IllegalStateException.class);
            store.apply(block(store, 2, 20));
        }

        try (LedgerStore again = LedgerStore.open(folder)) {
            assertThat(again.isFounded()).isTrue();
            assertThat(again.appliedHeight()).isEqualTo(2);
            assertThat(again.view().quantity(ACCOUNT, RUPEE)).isEqualTo(20);
            assertThatThrownBy(() -> again.found(BlockResults.CHAIN, List.of()))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void nothingIsAppliedBeforeTheFounding() {
        try (LedgerStore store = LedgerStore.open(folder)) {
            assertThat(store.isFounded()).isFalse();
            assertThatThrownBy(() -> store.apply(block(store, 1, 10))).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void aProcessThatIsKilledLeavesHeightAndChangesOfTheSameBlock(@TempDir Path elsewhere) throws IOException {
        try (LedgerStore store = founded()) {
            for (int height = 1; height <= 30; height++) {
                store.apply(block(store, height, height * 10L));
                copy(folder, elsewhere.resolve("after-" + height));
            }
        }

        for (int height = 1; height <= 30; height++) {
            try (LedgerStore again = LedgerStore.open(elsewhere.resolve("after-" + height))) {
                assertThat(again.appliedHeight()).isEqualTo(height);
                assertThat(again.view().quantity(ACCOUNT, RUPEE)).isEqualTo(height * 10L);
            }
        }
    }

    @Test
    void aPowerFailureThatTakesTheEndOfTheWriteAheadLogLeavesAnEarlierWholeBlock(@TempDir Path elsewhere)
            throws IOException {
        try (LedgerStore store = founded()) {
            for (int height = 1; height <= 20; height++) {
                store.apply(block(store, height, height * 10L));
            }
            copy(folder, elsewhere.resolve("all"));
        }
        Path log = newestWriteAheadLog(elsewhere.resolve("all"));
        byte[] bytes = Files.readAllBytes(log);
        for (int length = 0; length < bytes.length; length += 37) {
            Path torn = elsewhere.resolve("torn-" + length);
            copy(elsewhere.resolve("all"), torn);
            Files.write(torn.resolve(log.getFileName()), Arrays.copyOf(bytes, length));

            try (LedgerStore again = LedgerStore.open(torn)) {
                assertThat(again.view().quantity(ACCOUNT, RUPEE)).isEqualTo(again.appliedHeight() * 10L);
                assertThat(again.appliedHeight()).isLessThan(20);
            }
        }
    }

    @Test
    void aReaderSeesOneHeightWhileBlocksAreApplied() {
        try (LedgerStore store = founded()) {
            store.apply(block(store, 1, 10));
            store.read(snapshot -> {
                store.apply(block(store, 2, 20));
                assertThat(snapshot.height()).isEqualTo(1);
                assertThat(snapshot.quantity(ACCOUNT, RUPEE)).isEqualTo(10);
                assertThat(snapshot.positions(ACCOUNT)).containsExactly(new Position(ACCOUNT, RUPEE, 10));
                return true;
            });
            assertThat(store.<Long>read(snapshot -> snapshot.quantity(ACCOUNT, RUPEE)))
                    .isEqualTo(20);
        }
    }

    @Test
    void positionsOfAnAccountAreThoseOfNoOther() {
        List<Position> mine = List.of(
                new Position(ACCOUNT, new AssetCode("A"), 1),
                new Position(ACCOUNT, new AssetCode("AA"), 2),
                new Position(ACCOUNT, new AssetCode("PK0000000001"), 3),
                new Position(ACCOUNT, new AssetCode("ZZZZZZZZZZZZ"), 4));
        try (LedgerStore store = founded()) {
            List<Change> changes = Stream.concat(
                            mine.reversed().stream(),
                            Stream.of(
                                    new Position(new AccountId(6), RUPEE, 9), new Position(new AccountId(8), RUPEE, 9)))
                    .map(Position::set)
                    .toList();
            store.apply(BlockResults.of(1, List.of(), NetChanges.of(store.view(), changes)));

            assertThat(store.<List<Position>>read(snapshot -> snapshot.positions(ACCOUNT)))
                    .isEqualTo(mine);
            assertThat(store.<List<Position>>read(snapshot -> snapshot.positions(new AccountId(Long.MAX_VALUE))))
                    .isEmpty();
        }
    }

    @Test
    void theReceiptThatDecidedStandsWhateverComesBeforeOrAfter() {
        Receipt tooEarly = receipt(1, 0, Optional.of(Refusal.of(RefusalCode.EXPIRED_OR_TOO_EARLY)));
        Receipt badCopy = receipt(2, 0, Optional.of(Refusal.of(RefusalCode.SIGNATURE_INVALID)));
        Receipt accepted = receipt(2, 1, Optional.empty());
        Receipt duplicateInBlock = receipt(2, 2, Optional.of(Refusal.of(RefusalCode.DUPLICATE)));
        Receipt duplicate = receipt(3, 0, Optional.of(Refusal.of(RefusalCode.DUPLICATE)));
        Receipt expired = receipt(4, 0, Optional.of(Refusal.of(RefusalCode.EXPIRED_OR_TOO_EARLY)));
        try (LedgerStore store = founded()) {
            store.apply(BlockResults.of(1, List.of(tooEarly), NetChanges.NONE));
            assertThat(standing(store)).contains(tooEarly);

            store.apply(BlockResults.of(2, List.of(badCopy, accepted, duplicateInBlock), NetChanges.NONE));
            assertThat(standing(store)).contains(accepted);

            store.apply(BlockResults.of(3, List.of(duplicate), NetChanges.NONE));
            store.apply(BlockResults.of(4, List.of(expired), NetChanges.NONE));
            assertThat(standing(store)).contains(accepted);
        }
    }

    @Test
    void aRefusalThatDecidedStandsToo() {
        Receipt refused = receipt(1, 0, Optional.of(Refusal.ofLeg(2, RefusalCode.QUANTITY_INSUFFICIENT)));
        Receipt duplicate = receipt(2, 0, Optional.of(Refusal.of(RefusalCode.DUPLICATE)));
        try (LedgerStore store = founded()) {
            store.apply(BlockResults.of(1, List.of(refused), NetChanges.NONE));
            store.apply(BlockResults.of(2, List.of(duplicate), NetChanges.NONE));

            assertThat(standing(store)).contains(refused);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 1})
    void anotherFormatIsRefused(long later) {
        try (RocksStore rocks = RocksStore.open(folder, StoreTables.all())) {
            rocks.write(writes -> writes.write(
                    StoreTables.FIGURES, StoreTables.Figure.FORMAT_VERSION, StoreTables.FORMAT_VERSION + later));
        }

        assertThatThrownBy(() -> LedgerStore.open(folder))
                .isInstanceOf(DataFolderProblem.class)
                .hasMessageContaining("this Khazana knows format " + StoreTables.FORMAT_VERSION);
    }

    @Test
    void aStateWithATableThatIsNotKnownIsRefusedAndLeftAsItIs() {
        try (LedgerStore store = founded()) {
            assertThat(store.isFounded()).isTrue();
        }

        assertThatThrownBy(() -> RocksStore.open(folder, List.of(StoreTables.RECEIPTS)))
                .isInstanceOf(DataFolderProblem.class)
                .hasMessageContaining("holds a table number ")
                .hasMessageContaining("does not know");
        try (LedgerStore again = LedgerStore.open(folder)) {
            assertThat(again.isFounded()).isTrue();
        }
    }

    @Test
    void aStateThatIsOpenAlreadyOrDamagedSaysSo() throws IOException {
        try (LedgerStore store = founded()) {
            assertThat(store.isFounded()).isTrue();
            assertThatThrownBy(() -> LedgerStore.open(folder)).isInstanceOf(DataFolderProblem.class);
        }
        Files.writeString(folder.resolve("CURRENT"), "nonsense");

        assertThatThrownBy(() -> LedgerStore.open(folder))
                .isInstanceOf(DataFolderProblem.class)
                .hasMessageContaining("made anew from the block log");
    }

    @Test
    void aClosedStoreAnswersNobody() {
        LedgerStore store = founded();
        store.close();
        store.close();

        assertThatThrownBy(() -> store.read(LedgerSnapshot::height))
                .isInstanceOf(StateGone.class)
                .hasMessageContaining("closed");
    }

    private LedgerStore founded() {
        LedgerStore store = LedgerStore.open(folder);
        store.found(BlockResults.CHAIN, List.of());
        return store;
    }

    private static Optional<Receipt> standing(LedgerStore store) {
        return store.read(snapshot -> snapshot.receipt(TRANSACTION));
    }

    private static BlockResult block(LedgerStore store, long height, long quantity) {
        return BlockResults.of(
                height, List.of(), NetChanges.of(store.view(), List.of(new Position(ACCOUNT, RUPEE, quantity).set())));
    }

    private static Receipt receipt(long height, int position, Optional<Refusal> refusal) {
        List<Posting> postings = refusal.isPresent() ? List.of() : List.of(new Posting(ACCOUNT, RUPEE, 0, 5));
        return new Receipt(
                TRANSACTION, height, position, 1_000 * height, refusal.stream().toList(), postings);
    }

    private static Path newestWriteAheadLog(Path state) throws IOException {
        try (Stream<Path> files = Files.list(state)) {
            return files.filter(file -> file.toString().endsWith(".log"))
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                if (!file.getFileName().toString().equals("LOCK")) {
                    Files.copy(file, to.resolve(file.getFileName()));
                }
            }
        }
    }
}
