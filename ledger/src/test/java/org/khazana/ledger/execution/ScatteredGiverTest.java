package org.khazana.ledger.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.khazana.ledger.execution.TestNetwork.BILL;
import static org.khazana.ledger.execution.TestNetwork.CHAIN;
import static org.khazana.ledger.execution.TestNetwork.CUSTODIAN;
import static org.khazana.ledger.operation.BatchMode.ALL_OR_NOTHING;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.khazana.ledger.block.Block;
import org.khazana.ledger.block.BlockAssembly;
import org.khazana.ledger.block.BlockOrigin;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.operation.BatchLeg;
import org.khazana.ledger.operation.Operation;
import org.khazana.ledger.operation.TransferBatch;
import org.khazana.ledger.receipt.Receipt;
import org.khazana.ledger.state.LedgerView;
import org.khazana.ledger.table.Table;

/** What it costs to give, in one block, token after token of many that lie scattered. */
class ScatteredGiverTest {
    private static final int FEW = 200;
    private static final int MANY = 4 * FEW;
    private static final int LEGS_OF_A_BATCH = 100;

    private final TestNetwork network = new TestNetwork().quickFork();

    /** A state that counts the records which scans are shown. */
    private static final class CountedView implements LedgerView {
        private final LedgerView state;
        private long shown;

        CountedView(LedgerView state) {
            this.state = state;
        }

        @Override
        public <K extends Comparable<K>, V> Optional<V> get(Table<K, V> table, K key) {
            return state.get(table, key);
        }

        @Override
        public <K extends Comparable<K>, V> void scan(Table<K, V> table, K from, BiPredicate<K, V> visitor) {
            state.scan(table, from, counting(visitor));
        }

        @Override
        public <K extends Comparable<K>, V> void scanDown(Table<K, V> table, K from, BiPredicate<K, V> visitor) {
            state.scanDown(table, from, counting(visitor));
        }

        private <K, V> BiPredicate<K, V> counting(BiPredicate<K, V> visitor) {
            return (key, value) -> {
                shown++;
                return visitor.test(key, value);
            };
        }
    }

    @ParameterizedTest(name = "in batches: {0}")
    @ValueSource(booleans = {false, true})
    void aTransferReadsNoMoreTheMoreWentBeforeItInTheBlock(boolean isInBatches) {
        ScatteredTokens.issue(network, 3 * MANY);

        long shownForFew = shownFor(FEW, isInBatches);
        long shownForMany = shownFor(MANY, isInBatches);

        assertThat(shownForMany).isGreaterThan(MANY).isLessThan(5 * shownForFew);
    }

    /** Records that the state shows while so many transfers of one token each are executed as one block. */
    private long shownFor(int transfers, boolean isInBatches) {
        CountedView view = new CountedView(network.state());
        BlockResult result =
                new BlockExecutor(CHAIN, TestSigning.QUICK.verifier()).execute(block(transfers, isInBatches), view);
        assertThat(result.receipts()).allMatch(Receipt::isAccepted);
        assertThat(result.receipts().stream()
                        .mapToInt(receipt -> receipt.postings().size()))
                .hasSize(isInBatches ? transfers / LEGS_OF_A_BATCH : transfers)
                .containsOnly(isInBatches ? 2 * LEGS_OF_A_BATCH : 2);
        return view.shown;
    }

    private Block block(int transfers, boolean isInBatches) {
        BatchLeg leg = new BatchLeg(new AccountId(5001), new AccountId(7001), 1);
        Operation operation = isInBatches
                ? new TransferBatch(BILL, ALL_OR_NOTHING, Collections.nCopies(LEGS_OF_A_BATCH, leg))
                : TestNetwork.transfer(5001, 7001, 1);
        List<byte[]> envelopes = Stream.generate(() -> network.signed(operation, CUSTODIAN))
                .limit(isInBatches ? transfers / LEGS_OF_A_BATCH : transfers)
                .toList();
        return BlockAssembly.assemble(
                new BlockOrigin(CHAIN, 3, 1, "validator-1", network.nowMillis(), CHAIN.hash(), CHAIN.hash()),
                envelopes);
    }
}
