package org.khazana.ledger.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.table.Table;

class RememberedViewTest {
    private static final AssetCode PKR = new AssetCode("PKR");

    private final InMemoryLedgerState state = new InMemoryLedgerState();
    private final List<String> asked = new ArrayList<>();
    private final RememberedView view = new RememberedView(new LedgerView() {
        @Override
        public <K extends Comparable<K>, V> Optional<V> get(Table<K, V> table, K key) {
            asked.add(table.name());
            return state.get(table, key);
        }

        @Override
        public <K extends Comparable<K>, V> void scan(Table<K, V> table, K from, BiPredicate<K, V> visitor) {
            state.scan(table, from, visitor);
        }

        @Override
        public <K extends Comparable<K>, V> void scanDown(Table<K, V> table, K from, BiPredicate<K, V> visitor) {
            state.scanDown(table, from, visitor);
        }
    });

    @Test
    void everyRecordIsReadOnceBeItThereOrNot() {
        state.apply(Tables.ASSETS.put(Asset.currency(PKR, 2)));

        for (int i = 0; i < 3; i++) {
            assertThat(view.asset(PKR)).contains(Asset.currency(PKR, 2));
            assertThat(view.asset(new AssetCode("USD"))).isEmpty();
            assertThat(view.account(new AccountId(1))).isEmpty();
        }

        assertThat(asked).containsExactly("asset", "asset", "account");
    }

    @Test
    void scansShowWhatIsThere() {
        state.apply(new Position(new AccountId(1), PKR, 7).set());

        assertThat(view.positions(new AccountId(1))).containsExactly(new Position(new AccountId(1), PKR, 7));
        assertThat(view.positions(new AccountId(2))).isEmpty();
    }
}
