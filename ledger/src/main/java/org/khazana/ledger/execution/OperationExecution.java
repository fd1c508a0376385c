package org.khazana.ledger.execution;

import java.util.List;
import org.khazana.ledger.operation.CashOperation;
import org.khazana.ledger.operation.GovernanceOperation;
import org.khazana.ledger.operation.InstrumentOperation;
import org.khazana.ledger.operation.MovementOperation;
import org.khazana.ledger.operation.Operation;
import org.khazana.ledger.operation.SupplyOperation;
import org.khazana.ledger.receipt.Posting;
import org.khazana.ledger.rules.AuthorityRules;
import org.khazana.ledger.rules.Circumstances;
import org.khazana.ledger.rules.Findings;
import org.khazana.ledger.rules.Signers;
import org.khazana.ledger.state.LedgerOverlay;

/**
 * Carries out one operation on an overlay of its own. After a refusal the overlay may hold half of the operation, so it
 * must be dropped.
 */
final class OperationExecution {
    private final Performance performance;

    OperationExecution(LedgerOverlay ledger, Signers signers, Occasion occasion) {
        this.performance = new Performance(
                ledger,
                new Circumstances(ledger, signers, occasion.place().timeMillis()),
                new Postings(ledger, occasion),
                new Findings());
    }

    /** All that speaks against it; carried out if that is nothing. */
    Findings execute(Operation operation) {
        AuthorityRules.signersActive(performance.circumstances(), performance.findings());
        switch (operation) {
            case GovernanceOperation governance -> new Governance(performance).perform(governance);
            case InstrumentOperation instrument -> Instruments.perform(instrument, performance);
            case SupplyOperation supply -> Supply.perform(supply, performance);
            case MovementOperation movement -> Movements.perform(movement, performance);
            case CashOperation cash -> CashDesk.perform(cash, performance);
        }
        return performance.findings();
    }

    /** What was posted, in order. */
    List<Posting> postings() {
        return performance.postings().made();
    }
}
