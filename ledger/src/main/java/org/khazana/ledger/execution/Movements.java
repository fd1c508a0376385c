package org.khazana.ledger.execution;

import java.util.Optional;
import org.khazana.ledger.operation.Leg;
import org.khazana.ledger.operation.MovementOperation;
import org.khazana.ledger.operation.SettleNow;
import org.khazana.ledger.operation.TransferTokens;
import org.khazana.ledger.refusal.RefusalCode;
import org.khazana.ledger.rules.Debit;
import org.khazana.ledger.rules.Findings;
import org.khazana.ledger.rules.LotRules;
import org.khazana.ledger.rules.MovementRules;
import org.khazana.ledger.rules.SettlementRules;

/** Carries out what changes who holds what there is. */
final class Movements {
    private Movements() {}

    static void perform(MovementOperation operation, Performance performance) {
        switch (operation) {
            case TransferTokens transfer -> transfer(transfer, performance);
            case SettleNow settle -> settle(settle, performance);
        }
    }

    private static void transfer(TransferTokens transfer, Performance performance) {
        MovementRules.judge(transfer, performance.circumstances(), performance.findings());
        if (performance.findings().areNone()) {
            performance.postings().move(MovementRules.movementOf(transfer));
        }
    }

    /** Legs in listed order: what an earlier leg brings, a later one may give. */
    private static void settle(SettleNow settle, Performance performance) {
        Findings findings = performance.findings();
        SettlementRules.judge(settle, performance.circumstances(), findings);
        for (int i = 0; i < settle.legs().size() && findings.areNone(); i++) {
            Leg leg = settle.legs().get(i);
            Optional<RefusalCode> obstacle = LotRules.obstacle(Debit.of(leg), performance.circumstances());
            if (obstacle.isEmpty()) {
                performance.postings().move(leg);
            } else {
                findings.refuseLeg(i + 1, obstacle.get());
            }
        }
    }
}
