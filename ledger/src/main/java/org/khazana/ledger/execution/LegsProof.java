package org.khazana.ledger.execution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.khazana.ledger.Invariant;
import org.khazana.ledger.operation.BatchMode;
import org.khazana.ledger.operation.InstructionOperation;
import org.khazana.ledger.operation.Leg;
import org.khazana.ledger.operation.Operation;
import org.khazana.ledger.operation.RunDueWork;
import org.khazana.ledger.operation.SettleNow;
import org.khazana.ledger.operation.TransferBatch;
import org.khazana.ledger.rules.Affirmations;
import org.khazana.ledger.state.Instruction;
import org.khazana.ledger.state.PositionKey;
import org.khazana.ledger.state.SettlementTables;

/** Proves that a settlement is carried out as it was agreed, from what was written. A failure is a bug. */
final class LegsProof {
    private LegsProof() {}

    /** Invariant I12: positions change by all legs of what has settled, or of a batch by those that count, and by nothing else. */
    static void wholeOrNothing(Deed deed) {
        List<Leg> legs = settled(deed);
        if (deed.operation() instanceof SettleNow settle) {
            legs.addAll(settle.legs());
        } else if (deed.operation() instanceof TransferBatch batch) {
            legs.addAll(carriedOut(batch, deed));
        } else if (!mayChangeInstructions(deed.operation())) {
            return;
        }
        Sums<PositionKey> agreed = new Sums<>();
        for (Leg leg : legs) {
            agreed.subtract(new PositionKey(leg.from(), leg.asset()), leg.quantity());
            agreed.add(new PositionKey(leg.to(), leg.asset()), leg.quantity());
        }
        Sums<PositionKey> moved = new Sums<>();
        deed.positions().forEach(change -> moved.add(change.key(), change.gained()));
        Invariant.check(moved.equals(agreed), "I12: positions change by %s, but the legs by %s", moved, agreed);
    }

    /** Those that the receipt does not say were left out; it says so only where each stands on its own. */
    private static List<Leg> carriedOut(TransferBatch batch, Deed deed) {
        Set<Integer> leftOut = new TreeSet<>();
        deed.legsLeftOut().forEach(leg -> leftOut.add(leg.number()));
        Invariant.check(
                leftOut.isEmpty() || batch.mode() == BatchMode.EACH_ON_ITS_OWN,
                "I12: legs %s of a batch of all or nothing were left out",
                leftOut);
        List<Leg> legs = new ArrayList<>();
        for (int number = 1; number <= batch.legs().size(); number++) {
            if (!leftOut.contains(number)) {
                legs.add(batch.legs().get(number - 1).of(batch.asset()));
            }
        }
        return legs;
    }

    private static boolean mayChangeInstructions(Operation operation) {
        return operation instanceof InstructionOperation || operation instanceof RunDueWork;
    }

    /**
     * Legs of instructions that have settled, whole or in part: in time, held by nobody and affirmed by all whom they need. None
     * settles more than was agreed, and settled is called only that of which all parts come to just that.
     */
    private static List<Leg> settled(Deed deed) {
        List<Leg> legs = new ArrayList<>();
        deed.after().changed(SettlementTables.INSTRUCTIONS).forEach((number, changed) -> {
            Instruction instruction = changed.orElseThrow();
            Optional<Instruction> earlier = deed.before().instruction(number);
            Invariant.check(
                    earlier.map(Instruction::isOpen).orElse(true) && mayChangeInstructions(deed.operation()),
                    "I12: instruction %s was changed when it was done with",
                    number);
            Invariant.check(
                    instruction.status() != Instruction.Status.EXPIRED || instruction.isExpired(deed.blockTimeMillis()),
                    "I12: instruction %s was closed before its time was over",
                    number);
            PartProof.partsAddUp(earlier, instruction, deed);
            if (PartProof.hasNewPart(earlier, instruction)) {
                boolean isAgreed = instruction.affirmed().containsAll(Affirmations.needed(instruction, deed.before()));
                Invariant.check(isAgreed, "I12: instruction %s settled without the word of all", number);
                Invariant.check(
                        !instruction.isExpired(deed.blockTimeMillis())
                                && instruction.held().isEmpty(),
                        "I12: instruction %s settled, though expired or held",
                        number);
                legs.addAll(instruction.legsOf(instruction.parts().getLast().quantities()));
            }
        });
        return legs;
    }
}
