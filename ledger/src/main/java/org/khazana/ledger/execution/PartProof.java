package org.khazana.ledger.execution;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.khazana.ledger.Invariant;
import org.khazana.ledger.operation.Leg;
import org.khazana.ledger.operation.RunDueWork;
import org.khazana.ledger.state.Instruction;
import org.khazana.ledger.state.LedgerView;

/**
 * Proves that what settles in parts comes to what was agreed, and that each part is paid for as the whole is; a part of
 * {@link LegsProof}. Counts for itself, and not as the rules do.
 */
final class PartProof {
    private PartProof() {}

    static boolean hasNewPart(Optional<Instruction> earlier, Instruction instruction) {
        return instruction.parts().size() > settledBefore(earlier).size();
    }

    private static List<Instruction.Part> settledBefore(Optional<Instruction> earlier) {
        return earlier.map(Instruction::parts).orElse(List.of());
    }

    /** Invariant I12: at most one part is new and the others stay; less than all settles only if that was agreed, by due work. */
    static void partsAddUp(Optional<Instruction> earlier, Instruction instruction, Deed deed) {
        List<Instruction.Part> before = settledBefore(earlier);
        List<Instruction.Part> parts = instruction.parts();
        Invariant.check(
                parts.size() <= before.size() + 1
                        && parts.size() <= Instruction.PARTS_MAX
                        && parts.subList(0, Math.min(parts.size(), before.size()))
                                .equals(before),
                "I12: parts of instruction %s that had settled do not stay",
                instruction.number());
        Invariant.check(
                parts.stream()
                        .allMatch(part ->
                                part.quantities().size() == instruction.legs().size()
                                        && part.quantities().stream().allMatch(quantity -> quantity > 0)),
                "I12: a part of instruction %s leaves out a leg",
                instruction.number());
        boolean isAllSettled =
                !parts.isEmpty() && instruction.unsettled().stream().allMatch(left -> left == 0);
        Invariant.check(
                instruction.unsettled().stream().allMatch(left -> left >= 0)
                        && isAllSettled == (instruction.status() == Instruction.Status.SETTLED),
                "I12: instruction %s is %s, but %s are left",
                instruction.number(),
                instruction.status(),
                instruction.unsettled());
        if (hasNewPart(earlier, instruction) && !isAllSettled) {
            Invariant.check(
                    instruction.partialOk() && deed.operation() instanceof RunDueWork,
                    "I12: instruction %s settles in part",
                    instruction.number());
            inProportion(instruction, deed.before());
        }
    }

    /** So much money as belongs to the one leg of tokens, rounded half up, no matter how many parts there were. */
    private static void inProportion(Instruction instruction, LedgerView view) {
        List<Leg> legs = instruction.legs();
        List<Integer> deliveries = IntStream.range(0, legs.size())
                .filter(leg -> !view.asset(legs.get(leg).asset()).orElseThrow().isCash())
                .boxed()
                .toList();
        Invariant.check(deliveries.size() == 1, "I12: instruction %s cannot be divided", instruction.number());
        List<Long> settled = instruction.settled();
        BigInteger tokens = BigInteger.valueOf(settled.get(deliveries.getFirst()));
        BigInteger allTokens =
                BigInteger.valueOf(legs.get(deliveries.getFirst()).quantity());
        for (int leg = 0; leg < legs.size(); leg++) {
            BigInteger exact = BigInteger.valueOf(legs.get(leg).quantity()).multiply(tokens);
            BigInteger twiceOver = BigInteger.valueOf(settled.get(leg))
                    .multiply(allTokens)
                    .subtract(exact)
                    .shiftLeft(1);
            Invariant.check(
                    twiceOver.compareTo(allTokens) <= 0 && twiceOver.compareTo(allTokens.negate()) > 0,
                    "I12: of leg %s of instruction %s %s have settled, for %s of %s tokens",
                    leg + 1,
                    instruction.number(),
                    settled.get(leg),
                    tokens,
                    allTokens);
        }
    }
}
