package org.khazana.node.acceptance;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.operation.IssueTokens;
import org.khazana.ledger.operation.Leg;
import org.khazana.ledger.operation.Operation;
import org.khazana.ledger.operation.SettleNow;

/** One validator with a little business done, for all tests of a class. */
final class NetworkHolder implements AutoCloseable {
    /** None before the start, one after it. */
    private final List<TestNetwork> running = new ArrayList<>();

    void start(Path folder) {
        TestNetwork network = TestNetwork.running(folder, 1);
        running.add(network);
        submit(network, 1, BadAttempt.definition(BadAttempt.ISIN), "ministry", "central-bank");
        submit(network, 2, BadAttempt.deposit(1_000_000, "FIRST"), "central-bank");
        submit(network, 1, new IssueTokens(BadAttempt.ISIN, new AccountId(3001), 1_000), "ministry", "central-bank");
        submit(
                network,
                3,
                new SettleNow(
                        List.of(
                                new Leg(new AccountId(3001), new AccountId(5001), BadAttempt.ISIN, 10),
                                new Leg(new AccountId(5001), new AccountId(3001), BadAttempt.RUPEE, 1_000)),
                        Optional.empty()),
                "dealer",
                "custodian");
    }

    private static void submit(TestNetwork network, long sender, Operation operation, String... signers) {
        network.anyOfThem().submit(network.envelope(network.body(sender, operation), signers), TestNetwork.PATIENCE);
    }

    TestNetwork network() {
        return running.getFirst();
    }

    @Override
    public void close() {
        running.forEach(TestNetwork::close);
    }
}
