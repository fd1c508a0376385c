package org.khazana.ledger.execution;

import static org.khazana.ledger.execution.TestNetwork.AMNA;
import static org.khazana.ledger.execution.TestNetwork.BILAL;
import static org.khazana.ledger.execution.TestNetwork.BILL;
import static org.khazana.ledger.execution.TestNetwork.CENTRAL_BANK;
import static org.khazana.ledger.execution.TestNetwork.MINISTRY;
import static org.khazana.ledger.execution.TestNetwork.id;

import java.util.List;
import java.util.Optional;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.state.Holding;
import org.khazana.ledger.state.InMemoryLedgerState;
import org.khazana.ledger.state.Lot;
import org.khazana.ledger.state.LotKey;
import org.khazana.ledger.state.Tables;

/** A bill of which two accounts hold every second token, each token a lot of its own. */
final class ScatteredTokens {
    private ScatteredTokens() {}

    /** As if all had been issued to 5001, and every second token had gone from there to 6001. */
    static void issue(TestNetwork network, int tokens) {
        network.submit(TestNetwork.bill(BILL), MINISTRY, CENTRAL_BANK);
        network.submit(TestNetwork.issue(5001, tokens), MINISTRY, CENTRAL_BANK);
        InMemoryLedgerState state = network.state();
        Lot whole = state.get(Tables.LOTS, new LotKey(BILL, 1)).orElseThrow();
        state.apply(Tables.LOTS.removal(whole.key()));
        for (long serial = 1; serial <= tokens; serial++) {
            AccountId holder = new AccountId(serial % 2 == 0 ? 6001 : 5001);
            state.apply(new Lot(BILL, serial, 1, Optional.of(holder), whole.tranche(), 0, whole.passage()).set());
        }
        for (long account : List.of(5001L, 6001L)) {
            state.apply(state.position(new AccountId(account), BILL)
                    .withQuantity(tokens / 2)
                    .set());
        }
        state.apply(new Holding(id(AMNA), BILL, tokens / 2).set());
        state.apply(new Holding(id(BILAL), BILL, tokens / 2).set());
    }
}
