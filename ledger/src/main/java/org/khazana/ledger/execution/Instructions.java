package org.khazana.ledger.execution;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.operation.AffirmInstruction;
import org.khazana.ledger.operation.CancelInstruction;
import org.khazana.ledger.operation.CreateInstruction;
import org.khazana.ledger.operation.HoldInstruction;
import org.khazana.ledger.operation.InstructionOperation;
import org.khazana.ledger.operation.Leg;
import org.khazana.ledger.operation.ReleaseInstruction;
import org.khazana.ledger.operation.ReverseSettlement;
import org.khazana.ledger.operation.SettleInstruction;
import org.khazana.ledger.rules.Affirmations;
import org.khazana.ledger.rules.Circumstances;
import org.khazana.ledger.rules.Findings;
import org.khazana.ledger.rules.InstructionRules;
import org.khazana.ledger.rules.PartialSettlement;
import org.khazana.ledger.state.Encumbrance;
import org.khazana.ledger.state.Instruction;
import org.khazana.ledger.state.LedgerOverlay;
import org.khazana.ledger.state.SettlementTables;

/** Carries out what agrees a settlement ahead of time, and the settlement in the end. */
final class Instructions {
    private final Performance performance;
    private final Circumstances circumstances;
    private final LedgerOverlay ledger;
    private final Findings findings;
    private final InstructionLocks locks;

    Instructions(Performance performance) {
        this.performance = performance;
        this.circumstances = performance.circumstances();
        this.ledger = performance.ledger();
        this.findings = performance.findings();
        this.locks = new InstructionLocks(performance);
    }

    void perform(InstructionOperation operation) {
        switch (operation) {
            case CreateInstruction create -> create(create);
            case AffirmInstruction affirm -> affirm(affirm);
            case HoldInstruction hold -> hold(hold);
            case ReleaseInstruction release -> release(release);
            case CancelInstruction cancel -> cancel(cancel);
            case SettleInstruction settle -> settle(settle);
            case ReverseSettlement reverse -> reverse(reverse);
        }
    }

    private void create(CreateInstruction create) {
        InstructionRules.judge(create, circumstances, findings);
        if (findings.areNone()) {
            put(new Instruction(
                    create.instruction(),
                    circumstances.signers().sender(),
                    create.legs(),
                    create.settleDate(),
                    create.expiresAt(),
                    create.lockOnAffirm(),
                    create.partialOk(),
                    create.reference().orElse(""),
                    create.travelRuleHash(),
                    Optional.empty(),
                    Affirmations.named(create.legs(), ledger),
                    new TreeSet<>(),
                    new TreeSet<>(),
                    new TreeSet<>(),
                    Instruction.Status.OPEN,
                    Optional.empty(),
                    List.of()));
        }
    }

    private void put(Instruction instruction) {
        ledger.apply(SettlementTables.INSTRUCTIONS.put(instruction));
    }

    /**
     * The last one settles; should that be refused, so is the affirmation, and it can be given again later. Where somebody lacks what
     * is to be given and a part would do, it waits for due work.
     */
    private void affirm(AffirmInstruction affirm) {
        InstructionRules.judge(affirm, circumstances, findings);
        if (findings.areNone()) {
            Instruction before = ledger.instruction(affirm.instruction()).orElseThrow();
            Instruction instruction =
                    before.affirmedBy(Affirmations.among(Affirmations.needed(before, ledger), circumstances.signers()));
            put(instruction);
            if (Affirmations.areComplete(instruction, circumstances)
                    && Affirmations.isDue(instruction, circumstances)
                    && !isWaitingForParts(instruction)) {
                settle(instruction, instruction.unsettled());
            } else if (instruction.lockOnAffirm()) {
                locks.lock(instruction);
            }
        }
    }

    private boolean isWaitingForParts(Instruction instruction) {
        return instruction.partialOk() && !PartialSettlement.isCovered(instruction, circumstances);
    }

    private void hold(HoldInstruction hold) {
        InstructionRules.judge(hold, circumstances, findings);
        if (findings.areNone()) {
            put(ledger.instruction(hold.instruction())
                    .orElseThrow()
                    .heldBy(circumstances.signers().sender()));
        }
    }

    private void release(ReleaseInstruction release) {
        InstructionRules.judge(release, circumstances, findings);
        if (findings.areNone()) {
            put(ledger.instruction(release.instruction())
                    .orElseThrow()
                    .releasedBy(circumstances.signers().sender()));
        }
    }

    private void cancel(CancelInstruction cancel) {
        InstructionRules.judge(cancel, circumstances, findings);
        if (findings.areNone()) {
            Instruction before = ledger.instruction(cancel.instruction()).orElseThrow();
            SortedSet<PartyId> needed = Affirmations.needed(before, ledger);
            Instruction instruction = before.cancellingBy(Affirmations.among(needed, circumstances.signers()));
            boolean isGivenUp = !Affirmations.areComplete(before, circumstances)
                    || instruction.cancelling().containsAll(needed);
            if (isGivenUp) {
                locks.unlock(instruction);
            }
            put(isGivenUp ? instruction.with(Instruction.Status.CANCELLED) : instruction);
        }
    }

    private void settle(SettleInstruction settle) {
        InstructionRules.judge(settle, circumstances, findings);
        if (findings.areNone()) {
            Instruction instruction = ledger.instruction(settle.instruction()).orElseThrow();
            settle(instruction, instruction.unsettled());
        }
    }

    /**
     * Settles as much of a matched instruction as can be had, or refuses as it was refused before.
     *
     * @param last why all that is left could not settle: somebody lacks what is to be given
     */
    void settlePart(long number, Instruction.Trial last) {
        Instruction instruction = ledger.instruction(number).orElseThrow().after(last);
        Optional<List<Long>> part =
                instruction.partialOk() ? PartialSettlement.part(instruction, circumstances) : Optional.empty();
        part.ifPresentOrElse(quantities -> settle(instruction, quantities), () -> findings.refuse(last.refusal()));
    }

    /** What was set aside for it is free for it, and for nothing else: if a leg is refused, all this has not happened. */
    private void settle(Instruction instruction, List<Long> quantities) {
        List<Encumbrance> released = locks.unlockUnits(instruction);
        List<Leg> legs = instruction.legsOf(quantities);
        Circumstances agreed = circumstances.signedBy(Affirmations.given(instruction, circumstances));
        Movements.settle(instruction, legs, agreed, performance, leg -> locks.unlockTokens(instruction, leg));
        Instruction settled = instruction.settledBy(new Instruction.Part(
                performance.occasion().transaction(), circumstances.blockTimeMillis(), quantities));
        put(settled);
        if (settled.isOpen() && findings.areNone()) {
            locks.lockAgain(released, legs);
        }
    }

    /** Closes one whose time is over; what was set aside for it was free before by comparison of times. */
    void expire(long number) {
        Instruction instruction = ledger.instruction(number).orElseThrow();
        locks.unlock(instruction);
        put(instruction.with(Instruction.Status.EXPIRED));
    }

    private void reverse(ReverseSettlement reverse) {
        InstructionRules.judge(reverse, circumstances, findings);
        if (findings.areNone()) {
            Instruction reversed = ledger.instruction(reverse.reversed()).orElseThrow();
            PartyId sender = circumstances.signers().sender();
            SortedSet<PartyId> named = Affirmations.named(reversed.legs(), ledger);
            named.addAll(reversed.affirmed());
            named.add(sender);
            put(new Instruction(
                    reverse.instruction(),
                    sender,
                    turnedRound(reversed.legsOf(reversed.settled())),
                    Math.toIntExact(circumstances.day()),
                    reverse.expiresAt(),
                    false,
                    false,
                    reversed.reference(),
                    reversed.travelRuleHash(),
                    Optional.of(reversed.number()),
                    named,
                    new TreeSet<>(),
                    new TreeSet<>(),
                    new TreeSet<>(),
                    Instruction.Status.OPEN,
                    Optional.empty(),
                    List.of()));
            ledger.apply(SettlementTables.REVERSALS.put(
                    new SettlementTables.Reversal(reversed.number(), reverse.instruction())));
        }
    }

    /**
     * The last leg first, so that whoever passed something on gets it back before giving it back. As many tokens go back, not
     * necessarily the same ones: those may be somebody else's by now.
     */
    private static List<Leg> turnedRound(List<Leg> legs) {
        return legs.reversed().stream()
                .map(leg -> new Leg(leg.to(), leg.from(), leg.asset(), leg.quantity()))
                .toList();
    }
}
