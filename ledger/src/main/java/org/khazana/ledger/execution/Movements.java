package org.khazana.ledger.execution;

import java.util.List;
import java.util.function.IntConsumer;
import org.khazana.ledger.operation.Leg;
import org.khazana.ledger.operation.MovementOperation;
import org.khazana.ledger.operation.SettleNow;
import org.khazana.ledger.operation.TransferBatch;
import org.khazana.ledger.operation.TransferCash;
import org.khazana.ledger.operation.TransferTokens;
import org.khazana.ledger.rules.Circumstances;
import org.khazana.ledger.rules.Debit;
import org.khazana.ledger.rules.Findings;
import org.khazana.ledger.rules.LotChoice;
import org.khazana.ledger.rules.LotRules;
import org.khazana.ledger.rules.MovementRules;
import org.khazana.ledger.rules.SettlementRules;
import org.khazana.ledger.state.Instruction;

/** Carries out what changes who holds what there is. */
final class Movements {
    private Movements() {}

    static void perform(MovementOperation operation, Performance performance) {
        switch (operation) {
            case TransferTokens transfer -> transfer(transfer, performance);
            case SettleNow settle -> settle(settle, performance);
            case TransferCash transfer -> transfer(transfer, performance);
            case TransferBatch batch -> new Batch(batch, performance).perform();
        }
    }

    private static void transfer(TransferTokens transfer, Performance performance) {
        LotChoice choice = MovementRules.judge(transfer, performance.circumstances(), performance.findings());
        if (performance.findings().areNone() && choice instanceof LotChoice.Chosen tokens) {
            performance.postings().move(Debit.of(MovementRules.movementOf(transfer)), transfer.to(), tokens);
        }
    }

    private static void transfer(TransferCash transfer, Performance performance) {
        MovementRules.judge(transfer, performance.circumstances(), performance.findings());
        if (performance.findings().areNone()) {
            performance.postings().move(MovementRules.movementOf(transfer));
        }
    }

    private static void settle(SettleNow settle, Performance performance) {
        SettlementRules.judge(settle, performance.circumstances(), performance.findings());
        moveInOrder(settle.legs(), performance.circumstances(), performance, leg -> {});
    }

    /**
     * Settles an instruction, or a part of it. What was found before must be nothing.
     *
     * @param circumstances whose signers are those who have agreed to it
     * @param turn what is done first when the turn of a leg comes, counted from 1
     */
    static void settle(
            Instruction instruction,
            List<Leg> legs,
            Circumstances circumstances,
            Performance performance,
            IntConsumer turn) {
        SettlementRules.judge(instruction, legs, circumstances, performance.findings());
        moveInOrder(legs, circumstances, performance, turn);
    }

    /** What an earlier leg brings, a later one may give. */
    private static void moveInOrder(
            List<Leg> legs, Circumstances circumstances, Performance performance, IntConsumer turn) {
        Findings findings = performance.findings();
        for (int i = 0; i < legs.size() && findings.areNone(); i++) {
            Leg leg = legs.get(i);
            turn.accept(i + 1);
            switch (LotRules.judge(Debit.of(leg), circumstances)) {
                case LotChoice.Chosen tokens -> performance.postings().move(Debit.of(leg), leg.to(), tokens);
                case LotChoice.Refused refused -> findings.refuseLeg(i + 1, refused.code());
            }
        }
    }
}
