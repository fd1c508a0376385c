package org.khazana.storage.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.finality.Certificate;
import org.khazana.ledger.finality.Head;
import org.khazana.ledger.finality.HeadSignature;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.proof.AppointmentStep;
import org.khazana.ledger.state.Position;
import org.khazana.ledger.state.PositionKey;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.statetree.StatePath;
import org.khazana.ledger.statetree.StateProof;
import org.khazana.ledger.statetree.StateProofCheck;
import org.khazana.ledger.statetree.StateProofRefused;
import org.khazana.ledger.table.Change;
import org.khazana.ledger.table.NetChanges;
import org.khazana.simulation.contract.BlockResults;

/** Of every height that is kept it can be proved what any record was, or that there was none. */
class EarlierStateTest {
    private static final AssetCode RUPEE = new AssetCode("PKR");
    private static final int ACCOUNTS = 12;

    @TempDir
    private Path folder;

    private final SplittableRandom random = new SplittableRandom(7);
    private final List<NavigableMap<Integer, Long>> quantities = new ArrayList<>(List.of(new TreeMap<>()));

    private static PositionKey key(int account) {
        return new PositionKey(new AccountId(account), RUPEE);
    }

    /** Puts, changes, puts back as it was, and removes; what was there before is sometimes remembered, and sometimes read again. */
    private void apply(LedgerStore store) {
        NavigableMap<Integer, Long> after = new TreeMap<>(quantities.getLast());
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            int account = 1 + random.nextInt(ACCOUNTS);
            long quantity = random.nextInt(3);
            after.put(account, quantity);
            changes.add(new Position(new AccountId(account), RUPEE, quantity).set());
        }
        after.values().removeIf(quantity -> quantity == 0);
        if (random.nextBoolean()) {
            after.keySet().forEach(account -> store.viewForBlock().get(Tables.POSITIONS, key(account)));
        }
        store.apply(BlockResults.of(quantities.size(), List.of(), NetChanges.of(store.view(), changes)));
        quantities.add(after);
    }

    private void assertProved(LedgerStore store, int height) throws StateProofRefused {
        Head head = store.head(height).orElseThrow();
        for (int account = 1; account <= ACCOUNTS; account++) {
            StateProof proof =
                    store.recordAt(height, Tables.POSITIONS, key(account)).orElseThrow();
            StatePath path = StatePath.of(Tables.POSITIONS.number(), Tables.POSITIONS.keyBytes(key(account)));
            Optional<Long> proved = StateProofCheck.valueAt(head.stateRoot(), path, proof)
                    .map(value -> ByteBuffer.wrap(value).getLong());
            assertThat(proved)
                    .as("account %s after block %s", account, height)
                    .isEqualTo(Optional.ofNullable(quantities.get(height).get(account)));
        }
    }

    @Test
    void everyRecordOfEveryKeptHeightIsProvedAlsoAfterARestart() throws Exception {
        try (LedgerStore store = LedgerStore.open(folder)) {
            store.found(BlockResults.CHAIN, List.of());
            for (int i = 0; i < 60; i++) {
                apply(store);
            }
            for (int height = 0; height <= 60; height++) {
                assertProved(store, height);
            }
            assertThat(store.recordAt(61, Tables.POSITIONS, key(1))).isEmpty();
        }
        try (LedgerStore again = LedgerStore.open(folder)) {
            apply(again);
            assertProved(again, 3);
            assertProved(again, 61);
        }
    }

    @Test
    void aTreeThatIsLeftRightAfterTheFoundingIsThereAfterEachRestart() throws Exception {
        try (LedgerStore store = LedgerStore.open(folder)) {
            store.found(BlockResults.CHAIN, List.of());
        }
        for (int height = 1; height <= 4; height++) {
            try (LedgerStore again = LedgerStore.open(folder)) {
                apply(again);
                for (int before = 0; before <= height; before++) {
                    assertProved(again, before);
                }
            }
        }
    }

    @Test
    void whatIsForgottenIsNotProved() throws Exception {
        try (LedgerStore store = LedgerStore.open(folder, new TreesKept(100, 0, 30))) {
            store.found(BlockResults.CHAIN, List.of());
            for (int i = 0; i < 130; i++) {
                apply(store);
            }
            assertProved(store, 30);
            assertThat(store.recordAt(3, Tables.POSITIONS, key(1))).isEmpty();
        }
    }

    @Test
    void stepsAreKeptInTheirOrderWithTheirCertificates() {
        try (LedgerStore store = LedgerStore.open(folder)) {
            store.found(BlockResults.CHAIN, List.of());
            for (int i = 0; i < 3; i++) {
                apply(store);
            }
            AppointmentStep later = step(store, 3);
            AppointmentStep earlier = step(store, 1);
            store.keep(later);
            store.keep(earlier);

            assertThat(store.steps(9)).containsExactly(earlier, later);
            assertThat(store.steps(1)).containsExactly(earlier);
            assertThat(store.certificateFrom(2)).contains(later.certificate());
        }
    }

    private static AppointmentStep step(LedgerStore store, int height) {
        HeadSignature any = HeadSignature.of(PublicKey.of(new byte[PublicKey.BYTES]), new byte[HeadSignature.BYTES]);
        return new AppointmentStep(
                new Certificate(store.head(height).orElseThrow(), List.of(any)),
                store.recordAt(height, Tables.POSITIONS, key(1)).orElseThrow(),
                store.recordAt(height, Tables.POSITIONS, key(2)).orElseThrow());
    }
}
