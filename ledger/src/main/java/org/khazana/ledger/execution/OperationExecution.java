package org.khazana.ledger.execution;

import java.util.List;
import org.khazana.ledger.authority.Signers;
import org.khazana.ledger.operation.AccountOperation;
import org.khazana.ledger.operation.BackingOperation;
import org.khazana.ledger.operation.CashOperation;
import org.khazana.ledger.operation.EligibilityOperation;
import org.khazana.ledger.operation.GovernanceOperation;
import org.khazana.ledger.operation.InstructionOperation;
import org.khazana.ledger.operation.InstrumentOperation;
import org.khazana.ledger.operation.KeyOperation;
import org.khazana.ledger.operation.MotionOperation;
import org.khazana.ledger.operation.MovementOperation;
import org.khazana.ledger.operation.Operation;
import org.khazana.ledger.operation.OrderOperation;
import org.khazana.ledger.operation.PledgeOperation;
import org.khazana.ledger.operation.RestrictionOperation;
import org.khazana.ledger.operation.SupplyOperation;
import org.khazana.ledger.operation.TimeOperation;
import org.khazana.ledger.operation.WorkOperation;
import org.khazana.ledger.receipt.Posting;
import org.khazana.ledger.rules.AuthorityRules;
import org.khazana.ledger.rules.Circumstances;
import org.khazana.ledger.rules.Findings;
import org.khazana.ledger.rules.SystemRules;
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
                new Circumstances(ledger, signers, occasion.moment()),
                occasion,
                new Postings(ledger, occasion),
                new Findings());
    }

    /** All that speaks against it; carried out if that is nothing. */
    Findings execute(Operation operation) {
        AuthorityRules.signersActive(performance.circumstances(), performance.findings());
        SystemRules.notHalted(operation, performance.circumstances(), performance.findings());
        switch (operation) {
            case GovernanceOperation governance -> new Governance(performance).perform(governance);
            case KeyOperation key -> new Keys(performance).perform(key);
            case MotionOperation motion -> new Motions(performance).perform(motion);
            case InstrumentOperation instrument -> new Instruments(performance).perform(instrument);
            case SupplyOperation supply -> Supply.perform(supply, performance);
            case MovementOperation movement -> Movements.perform(movement, performance);
            case CashOperation cash -> CashDesk.perform(cash, performance);
            case RestrictionOperation restriction -> Restrictions.perform(restriction, performance);
            case OrderOperation order -> Orders.perform(order, performance);
            case PledgeOperation pledge -> Pledges.perform(pledge, performance);
            case AccountOperation account -> Accounts.perform(account, performance);
            case EligibilityOperation eligibility -> Investors.perform(eligibility, performance);
            case BackingOperation backing -> new Attestations(performance).perform(backing);
            case TimeOperation time -> BusinessDays.perform(time, performance);
            case InstructionOperation instruction -> new Instructions(performance).perform(instruction);
            case WorkOperation work -> StepwiseWork.perform(work, performance);
        }
        return performance.findings();
    }

    /** Hands on what was written. */
    void writeBelow() {
        performance.ledger().writeBelow();
    }

    /** What was posted, in order. */
    List<Posting> postings() {
        return performance.postings().made();
    }
}
