package org.khazana.ledger.execution;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.khazana.ledger.Invariant;
import org.khazana.ledger.claim.EncumbranceId;
import org.khazana.ledger.operation.RunDueWork;
import org.khazana.ledger.operation.SettleInstruction;
import org.khazana.ledger.refusal.Refusal;
import org.khazana.ledger.rules.Circumstances;
import org.khazana.ledger.rules.Findings;
import org.khazana.ledger.rules.PartialSettlement;
import org.khazana.ledger.rules.WorkRules;
import org.khazana.ledger.state.Instruction;
import org.khazana.ledger.state.LedgerOverlay;
import org.khazana.ledger.state.Motion;
import org.khazana.ledger.state.SettlementTables;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.state.WorkDone;
import org.khazana.ledger.state.WorkTables;
import org.khazana.ledger.transaction.TransactionId;

/** Does what is due, oldest first. What is over counted as over before: closing it changes no answer, and tidies up. */
final class DueWork {
    /** After so many ranges of serials a step takes up no further instruction. */
    static final int RANGES_ENOUGH = 1_000;

    private final Performance performance;
    private final LedgerOverlay ledger;

    DueWork(Performance performance) {
        this.performance = performance;
        this.ledger = performance.ledger();
    }

    void run(RunDueWork run) {
        WorkRules.judge(run, performance.circumstances(), performance.findings());
        if (performance.findings().areNone()) {
            int taken = take(run);
            ledger.apply(WorkTables.WORK_DONE.put(new WorkDone(run.kind(), Math.addExact(run.cursor(), taken))));
        }
    }

    /** How many records were taken up. */
    private int take(RunDueWork run) {
        long now = performance.circumstances().blockTimeMillis();
        return switch (run.kind()) {
            case SETTLE_INSTRUCTIONS -> settleDue(run.records());
            case EXPIRE_INSTRUCTIONS -> {
                List<Long> over = ledger.instructionsExpired(now, run.records());
                over.forEach(number -> new Instructions(performance).expire(number));
                yield over.size();
            }
            case FREE_ENCUMBRANCES -> {
                List<EncumbranceId> over = ledger.encumbrancesExpired(now, run.records());
                over.forEach(performance.postings()::release);
                yield over.size();
            }
            case CLOSE_MOTIONS -> {
                List<TransactionId> over = ledger.motionsLapsed(now, run.records());
                over.forEach(this::close);
                yield over.size();
            }
        };
    }

    /** A step ends early when it has moved many ranges of serials, or else a few bytes could keep every validator busy for long. */
    private int settleDue(int records) {
        int taken = 0;
        for (long number : ledger.instructionsDue(performance.circumstances().day(), records)) {
            if (ledger.changed(Tables.PASSAGES).size() >= RANGES_ENOUGH) {
                break;
            }
            settle(number);
            taken++;
        }
        return taken;
    }

    /** All that is left of it; where somebody lacks what is to be given, a part, if that was agreed. */
    private void settle(long number) {
        Optional<Refusal> refused = attempt(number, work -> work.perform(new SettleInstruction(number)));
        if (refused.filter(PartialSettlement::isLack).isPresent()) {
            Instruction.Trial last = trial(refused.get());
            refused = attempt(number, work -> work.settlePart(number, last));
        }
        refused.ifPresent(refusal -> ledger.apply(SettlementTables.INSTRUCTIONS.put(
                ledger.instruction(number).orElseThrow().after(trial(refusal)))));
    }

    private Instruction.Trial trial(Refusal refusal) {
        return new Instruction.Trial(Math.toIntExact(performance.circumstances().day()), refusal);
    }

    /** On a ledger of its own, so that one that is refused leaves nothing behind and stands in nobody's way. Why it was refused. */
    private Optional<Refusal> attempt(long number, Consumer<Instructions> work) {
        LedgerOverlay trial = new LedgerOverlay(ledger);
        Performance part = new Performance(
                trial,
                new Circumstances(
                        trial,
                        performance.circumstances().signers(),
                        performance.circumstances().moment()),
                performance.occasion(),
                Postings.onTrial(trial, performance),
                new Findings());
        work.accept(new Instructions(part));
        if (part.findings().areNone()) {
            Invariant.check(
                    Collections.disjoint(
                            trial.changed(Tables.PASSAGES).keySet(),
                            ledger.changed(Tables.PASSAGES).keySet()),
                    "instruction %s settles with passages of another one",
                    number);
            trial.writeBelow();
            performance.postings().takeOver(part.postings().made());
        }
        return part.findings().first();
    }

    private void close(TransactionId id) {
        ledger.apply(Tables.MOTIONS.put(ledger.motion(id).orElseThrow().with(Motion.Status.LAPSED)));
    }
}
