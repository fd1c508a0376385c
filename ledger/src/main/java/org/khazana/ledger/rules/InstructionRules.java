package org.khazana.ledger.rules;

import static org.khazana.ledger.refusal.RefusalCode.ARITHMETIC_OVERFLOW;
import static org.khazana.ledger.refusal.RefusalCode.CANCELLATION_UNCHANGED;
import static org.khazana.ledger.refusal.RefusalCode.INSTRUCTIONS_TOO_MANY;
import static org.khazana.ledger.refusal.RefusalCode.INSTRUCTION_AFFIRMED_ALREADY;
import static org.khazana.ledger.refusal.RefusalCode.INSTRUCTION_EXISTS;
import static org.khazana.ledger.refusal.RefusalCode.INSTRUCTION_EXPIRED;
import static org.khazana.ledger.refusal.RefusalCode.INSTRUCTION_EXPIRY_INVALID;
import static org.khazana.ledger.refusal.RefusalCode.INSTRUCTION_HELD;
import static org.khazana.ledger.refusal.RefusalCode.INSTRUCTION_HOLD_UNCHANGED;
import static org.khazana.ledger.refusal.RefusalCode.INSTRUCTION_NOT_CANCELLABLE;
import static org.khazana.ledger.refusal.RefusalCode.INSTRUCTION_NOT_MATCHED;
import static org.khazana.ledger.refusal.RefusalCode.INSTRUCTION_NOT_OPEN;
import static org.khazana.ledger.refusal.RefusalCode.INSTRUCTION_NUMBER_INVALID;
import static org.khazana.ledger.refusal.RefusalCode.INSTRUCTION_UNKNOWN;
import static org.khazana.ledger.refusal.RefusalCode.NOT_A_PARTY;
import static org.khazana.ledger.refusal.RefusalCode.REVERSAL_OF_UNSETTLED;
import static org.khazana.ledger.refusal.RefusalCode.REVERSED_ALREADY;
import static org.khazana.ledger.refusal.RefusalCode.SETTLE_DAY_INVALID;
import static org.khazana.ledger.refusal.RefusalCode.SETTLE_DAY_NOT_COME;

import java.util.List;
import java.util.Optional;
import org.khazana.ledger.authority.Parameter;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.operation.AffirmInstruction;
import org.khazana.ledger.operation.CancelInstruction;
import org.khazana.ledger.operation.CreateInstruction;
import org.khazana.ledger.operation.HoldInstruction;
import org.khazana.ledger.operation.Leg;
import org.khazana.ledger.operation.ReleaseInstruction;
import org.khazana.ledger.operation.ReverseSettlement;
import org.khazana.ledger.operation.SettleInstruction;
import org.khazana.ledger.state.Instruction;
import org.khazana.ledger.state.LedgerView;

/** What may be done with an instruction before it settles; whether its legs may move says {@link SettlementRules}. */
public final class InstructionRules {
    private static final long HOUR_MILLIS = 60L * 60 * 1000;

    private InstructionRules() {}

    /**
     * Order: the number, or it is taken; it would expire in the past, or too late; too many open ones of the sender; the settle day;
     * the legs; the sender is named in none; sums too large to count; the legs cannot settle in parts.
     */
    public static void judge(CreateInstruction create, Circumstances circumstances, Findings findings) {
        beginning(create.instruction(), create.expiresAt(), circumstances, findings);
        boolean isDayRight =
                create.settleDate() >= circumstances.day() && create.settleDate() <= lastDay(create, circumstances);
        findings.demand(isDayRight, SETTLE_DAY_INVALID);
        SettlementRules.proposed(create, circumstances, findings);
        PartyId sender = circumstances.signers().sender();
        findings.demand(Affirmations.named(create.legs(), circumstances.view()).contains(sender), NOT_A_PARTY);
        if (findings.areNone()) {
            findings.demand(canBeCounted(create.legs()), ARITHMETIC_OVERFLOW);
        }
        if (findings.areNone() && create.partialOk()) {
            PartialSettlement.divisible(create.legs(), circumstances.view(), findings);
        }
    }

    /** The last day on which it can settle, as business days are counted if they follow one another as civil days do. */
    private static long lastDay(CreateInstruction create, Circumstances circumstances) {
        return circumstances.view().businessTime().localDay(create.expiresAt() - 1);
    }

    private static boolean canBeCounted(List<Leg> legs) {
        try {
            LegLock.of(legs);
            return true;
        } catch (ArithmeticException overflow) {
            return false;
        }
    }

    private static void beginning(long number, long expiresAt, Circumstances circumstances, Findings findings) {
        LedgerView view = circumstances.view();
        long now = circumstances.blockTimeMillis();
        findings.demand(number > 0, INSTRUCTION_NUMBER_INVALID);
        findings.demand(view.instruction(number).isEmpty(), INSTRUCTION_EXISTS);
        findings.demand(
                expiresAt > now && expiresAt - now <= view.figure(Parameter.INSTRUCTION_HOURS) * HOUR_MILLIS,
                INSTRUCTION_EXPIRY_INVALID);
        PartyId sender = circumstances.signers().sender();
        int open = view.openInstructionsOf(sender, now, Instruction.OPEN_PER_CREATOR_MAX)
                .size();
        findings.demand(open < Instruction.OPEN_PER_CREATOR_MAX, INSTRUCTIONS_TOO_MANY);
    }

    /** Order: unknown; settled or cancelled; expired; the sender need not affirm it; the sender has. */
    public static void judge(AffirmInstruction affirm, Circumstances circumstances, Findings findings) {
        waiting(affirm.instruction(), circumstances, findings).ifPresent(instruction -> {
            if (isNeeded(instruction, circumstances, findings)) {
                PartyId sender = circumstances.signers().sender();
                findings.demand(!instruction.affirmed().contains(sender), INSTRUCTION_AFFIRMED_ALREADY);
            }
        });
    }

    private static Optional<Instruction> waiting(long number, Circumstances circumstances, Findings findings) {
        Optional<Instruction> known = findings.demand(circumstances.view().instruction(number), INSTRUCTION_UNKNOWN);
        known.ifPresent(instruction -> {
            // One that due work has closed is what it was before: one whose time is over.
            boolean isOver = instruction.status() == Instruction.Status.EXPIRED;
            if (findings.demand(instruction.isOpen() || isOver, INSTRUCTION_NOT_OPEN)) {
                findings.demand(!instruction.isExpired(circumstances.blockTimeMillis()), INSTRUCTION_EXPIRED);
            }
        });
        return known.filter(
                instruction -> instruction.isOpen() && !instruction.isExpired(circumstances.blockTimeMillis()));
    }

    private static boolean isNeeded(Instruction instruction, Circumstances circumstances, Findings findings) {
        PartyId sender = circumstances.signers().sender();
        return findings.demand(
                Affirmations.needed(instruction, circumstances.view()).contains(sender), NOT_A_PARTY);
    }

    /**
     * Whether what a giver has affirmed can be set aside. Order: the giving account as for a transfer, with tokens that are named; then
     * as {@link EncumberingRules#room} has it.
     *
     * @param circumstances whose signers are those who have affirmed
     */
    public static void lock(Debit units, Circumstances circumstances, Findings findings) {
        AccountRules.debit(units.account(), units.asset(), units.serials(), circumstances, findings);
        EncumberingRules.room(units, circumstances, findings);
    }

    /** Order: unknown; settled or cancelled; expired; the sender need not affirm it; the sender holds it already. */
    public static void judge(HoldInstruction hold, Circumstances circumstances, Findings findings) {
        waiting(hold.instruction(), circumstances, findings).ifPresent(instruction -> {
            if (isNeeded(instruction, circumstances, findings)) {
                PartyId sender = circumstances.signers().sender();
                findings.demand(!instruction.held().contains(sender), INSTRUCTION_HOLD_UNCHANGED);
            }
        });
    }

    /** Order: unknown; settled or cancelled; expired; the sender does not hold it. */
    public static void judge(ReleaseInstruction release, Circumstances circumstances, Findings findings) {
        waiting(release.instruction(), circumstances, findings)
                .ifPresent(instruction -> findings.demand(
                        instruction.held().contains(circumstances.signers().sender()), INSTRUCTION_HOLD_UNCHANGED));
    }

    /**
     * Order: unknown; settled or cancelled; expired; the sender is not named in it; all have affirmed it, and the sender need not; the
     * sender has given it up already.
     */
    public static void judge(CancelInstruction cancel, Circumstances circumstances, Findings findings) {
        waiting(cancel.instruction(), circumstances, findings).ifPresent(instruction -> {
            PartyId sender = circumstances.signers().sender();
            boolean isNeeded =
                    Affirmations.needed(instruction, circumstances.view()).contains(sender);
            if (findings.demand(isNeeded || instruction.named().contains(sender), NOT_A_PARTY)
                    && Affirmations.areComplete(instruction, circumstances)
                    && findings.demand(isNeeded, INSTRUCTION_NOT_CANCELLABLE)) {
                findings.demand(!instruction.cancelling().contains(sender), CANCELLATION_UNCHANGED);
            }
        });
    }

    /** Order: unknown; settled or cancelled; expired; somebody has not affirmed it; its day has not come; somebody holds it. */
    public static void judge(SettleInstruction settle, Circumstances circumstances, Findings findings) {
        waiting(settle.instruction(), circumstances, findings).ifPresent(instruction -> {
            findings.demand(Affirmations.areComplete(instruction, circumstances), INSTRUCTION_NOT_MATCHED);
            findings.demand(instruction.settleDay() <= circumstances.day(), SETTLE_DAY_NOT_COME);
            findings.demand(instruction.held().isEmpty(), INSTRUCTION_HELD);
        });
    }

    /**
     * Order: the policy; the number, or it is taken; it would expire in the past, or too late; too many open ones of the sender; the
     * first one unknown, or not settled, or only in part and not over yet; reversed already, or about to be.
     */
    public static void judge(ReverseSettlement reverse, Circumstances circumstances, Findings findings) {
        PolicyRules.judge(reverse, circumstances, findings);
        beginning(reverse.instruction(), reverse.expiresAt(), circumstances, findings);
        LedgerView view = circumstances.view();
        findings.demand(view.instruction(reverse.reversed()), INSTRUCTION_UNKNOWN)
                .ifPresent(reversed -> {
                    findings.demand(reversed.isDoneWith(circumstances.blockTimeMillis()), REVERSAL_OF_UNSETTLED);
                    boolean isTaken = view.reversalOf(reversed.number())
                            .filter(other -> other.status() == Instruction.Status.SETTLED
                                    || (other.isOpen() && !other.isExpired(circumstances.blockTimeMillis())))
                            .isPresent();
                    findings.demand(!isTaken, REVERSED_ALREADY);
                });
    }
}
