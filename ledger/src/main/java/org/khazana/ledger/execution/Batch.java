package org.khazana.ledger.execution;

import static org.khazana.ledger.operation.BatchMode.ALL_OR_NOTHING;
import static org.khazana.ledger.refusal.RefusalCode.LOTS_TOO_MANY;

import org.khazana.ledger.operation.BatchLeg;
import org.khazana.ledger.operation.TransferBatch;
import org.khazana.ledger.rules.Debit;
import org.khazana.ledger.rules.Findings;
import org.khazana.ledger.rules.LotChoice;
import org.khazana.ledger.rules.MovementRules;
import org.khazana.ledger.state.Tables;

/**
 * Carries out one batch. All legs write to the ledger of the transaction: a leg is judged whole before anything moves, so one that is left
 * out has written nothing, and needs no ledger of its own that could be dropped.
 */
final class Batch {
    private final TransferBatch batch;
    private final Performance performance;

    Batch(TransferBatch batch, Performance performance) {
        this.batch = batch;
        this.performance = performance;
    }

    /** In the order of the legs, until something speaks against the whole, as a leg does that is refused of all or nothing. */
    void perform() {
        Findings findings = performance.findings();
        boolean goesOn = MovementRules.hasRightCount(batch, findings);
        for (int i = 0; i < batch.legs().size() && goesOn; i++) {
            Findings ofLeg = perform(batch.legs().get(i));
            if (batch.mode() == ALL_OR_NOTHING) {
                findings.addLeg(i + 1, ofLeg);
            } else {
                findings.leaveOutLeg(i + 1, ofLeg);
            }
            goesOn = findings.areNone();
        }
    }

    /** What speaks against it; carried out if that is nothing. */
    private Findings perform(BatchLeg leg) {
        Findings findings = new Findings();
        LotChoice choice = MovementRules.judge(batch, leg, performance.circumstances(), findings);
        if (performance.findings().areNone() && findings.areNone() && choice instanceof LotChoice.Chosen tokens) {
            // Each range that the legs before have moved has left a passage.
            int ranges = performance.ledger().changed(Tables.PASSAGES).size()
                    + tokens.ranges().size();
            if (findings.demand(ranges <= TransferBatch.RANGES_MAX, LOTS_TOO_MANY)) {
                performance.postings().move(Debit.of(leg.of(batch.asset())), leg.to(), tokens);
            }
        }
        return findings;
    }
}
