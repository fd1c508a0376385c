package org.khazana.ledger.statetree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.khazana.ledger.execution.TestNetwork.AMNA;
import static org.khazana.ledger.execution.TestNetwork.BILL;
import static org.khazana.ledger.execution.TestNetwork.CENTRAL_BANK;
import static org.khazana.ledger.execution.TestNetwork.CUSTODIAN;
import static org.khazana.ledger.execution.TestNetwork.DEALER;
import static org.khazana.ledger.execution.TestNetwork.MINISTRY;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.execution.BlockResult;
import org.khazana.ledger.execution.TestNetwork;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.state.PositionKey;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.table.NetChanges;
import org.khazana.ledger.table.Table;

class StateEntriesTest {
    private static Hash rebuilt(TestNetwork network) {
        return StateTree.rebuild(StateEntries.all(network.state(), Tables.all()).iterator(), 0, page -> {})
                .hash();
    }

    @Test
    void theChangesOfBlocksLeadToTheRootOfTheWholeState() throws StateProofRefused {
        TestNetwork network = new TestNetwork();
        PagesInMemory pages = new PagesInMemory();
        StateRoot root = StateTree.rebuild(
                StateEntries.all(network.state(), Tables.all()).iterator(), 0, pages::write);
        List<byte[]> envelopes = List.of(
                network.signed(TestNetwork.bill(BILL), MINISTRY, CENTRAL_BANK),
                network.signed(TestNetwork.issue(3001, 100), MINISTRY, CENTRAL_BANK),
                network.signed(TestNetwork.transfer(3001, 5001, 10), DEALER),
                network.signed(TestNetwork.transfer(5001, 3001, 10), AMNA, CUSTODIAN));
        long height = 0;
        for (byte[] envelope : envelopes) {
            BlockResult result = network.executeBlock(List.of(envelope));
            height++;
            assertThat(result.receipts().getFirst().refusals()).isEmpty();
            TreeUpdate update = StateTree.update(pages, root, height, StateEntries.changedBy(result.changes()));
            pages.write(update);
            root = update.root();
            assertThat(root.hash()).as("after block %s", height).isEqualTo(rebuilt(network));
        }

        PositionKey key = new PositionKey(new AccountId(3001), BILL);
        byte[] value = Tables.POSITIONS.valueBytes(
                network.state().get(Tables.POSITIONS, key).orElseThrow());
        StatePath path = StatePath.of(Tables.POSITIONS.number(), Tables.POSITIONS.keyBytes(key));
        StateProof proof = StateTree.find(pages, root, path).ofPresence(value);
        Optional<byte[]> proved = StateProofCheck.valueAt(root.hash(), path, proof);
        assertThat(proved).isPresent();
        assertThat(Tables.POSITIONS.readValue(key, proved.orElseThrow()).quantity())
                .isEqualTo(100);
    }

    @Test
    void entriesOfIndexesAreLeftOut() {
        TestNetwork network = new TestNetwork();
        BlockResult result =
                network.executeBlock(List.of(network.signed(TestNetwork.bill(BILL), MINISTRY, CENTRAL_BANK)));
        NetChanges changes = result.changes();

        assertThat(changes.tables()).anyMatch(Table::isIndex);
        assertThat(StateEntries.changedBy(changes)).isSortedAccordingTo(Comparator.comparing(EntryChange::path));
        int records = Tables.all().stream()
                .filter(table -> !table.isIndex())
                .mapToInt(table -> network.state().records(table).size())
                .sum();
        assertThat(StateEntries.all(network.state(), Tables.all())).hasSize(records);
    }
}
