package org.khazana.api.json;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.operation.Leg;
import org.khazana.ledger.state.Instruction;

/**
 * An instruction as it was after the block of that height.
 *
 * @param reverses the settled instruction that it undoes
 * @param neededFrom parties that must still affirm it, as the accounts are now; none once it is settled or cancelled
 * @param lastTrial of due work to settle it, if it was in vain
 * @param status OPEN, SETTLED or CANCELLED; EXPIRED for one that is open and past its time
 */
public record InstructionJson(
        long height,
        long instruction,
        long createdBy,
        List<LegJson> legs,
        String settleDate,
        String expiresAt,
        boolean lockOnAffirm,
        String reference,
        @Nullable Long reverses,
        List<Long> affirmedBy,
        List<Long> neededFrom,
        List<Long> heldBy,
        List<Long> cancelledBy,
        @Nullable TrialJson lastTrial,
        String status) {
    public InstructionJson {
        legs = List.copyOf(legs);
        affirmedBy = List.copyOf(affirmedBy);
        neededFrom = List.copyOf(neededFrom);
        heldBy = List.copyOf(heldBy);
        cancelledBy = List.copyOf(cancelledBy);
    }

    /** On which business day it was tried, and what counted first against it. */
    public record TrialJson(String day, ReceiptJson.RefusalJson refusal) {
        static TrialJson of(Instruction.Trial trial) {
            return new TrialJson(
                    LocalDate.ofEpochDay(trial.day()).toString(), ReceiptJson.RefusalJson.of(trial.refusal()));
        }
    }

    /** One movement; the quantity as a decimal string. */
    public record LegJson(long from, long to, String asset, String quantity) {}

    /** Those of a party that are open, first of all what expires first. */
    public record InstructionsJson(long height, long party, List<InstructionJson> instructions) {
        public InstructionsJson {
            instructions = List.copyOf(instructions);
        }
    }

    /** What to write, and who must affirm it as the accounts are now. */
    public record Read(Instruction instruction, SortedSet<PartyId> needed) {}

    public static InstructionJson of(long height, Read read, long nowMillis, Denominations denominations) {
        Instruction instruction = read.instruction();
        boolean isExpired = instruction.isOpen() && instruction.isExpired(nowMillis);
        return new InstructionJson(
                height,
                instruction.number(),
                instruction.creator().number(),
                instruction.legs().stream().map(leg -> of(leg, denominations)).toList(),
                LocalDate.ofEpochDay(instruction.settleDay()).toString(),
                Instant.ofEpochMilli(instruction.expiresAtMillis()).toString(),
                instruction.lockOnAffirm(),
                instruction.reference(),
                instruction.reverses().orElse(null),
                numbers(instruction.affirmed()),
                instruction.isOpen() || instruction.status() == Instruction.Status.EXPIRED
                        ? read.needed().stream()
                                .filter(party -> !instruction.affirmed().contains(party))
                                .map(PartyId::number)
                                .toList()
                        : List.of(),
                numbers(instruction.held()),
                numbers(instruction.cancelling()),
                instruction.trial().map(TrialJson::of).orElse(null),
                isExpired ? "EXPIRED" : instruction.status().name());
    }

    private static LegJson of(Leg leg, Denominations denominations) {
        return new LegJson(
                leg.from().number(),
                leg.to().number(),
                leg.asset().text(),
                AmountText.write(leg.quantity(), leg.asset(), denominations));
    }

    private static List<Long> numbers(SortedSet<PartyId> parties) {
        return parties.stream().map(PartyId::number).toList();
    }
}
