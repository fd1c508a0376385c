package org.khazana.api.json;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.operation.Leg;
import org.khazana.ledger.state.Instruction;

/**
 * An instruction as it was after the block of that height.
 *
 * @param travelRuleHash hexadecimal; of the message in which the institutions on both sides told each other who gives and who receives
 * @param reverses the settled instruction that it undoes
 * @param neededFrom parties that must still affirm it, as the accounts are now; none once it is settled or cancelled
 * @param lastTrial of due work to settle all that was left, if it was in vain
 * @param parts what has settled of it, one transaction each; one that settled at once has one
 * @param status OPEN, also when a part has settled, SETTLED or CANCELLED; EXPIRED for one that is open and past its time
 */
public record InstructionJson(
        long height,
        long instruction,
        long createdBy,
        List<LegJson> legs,
        String settleDate,
        String expiresAt,
        boolean lockOnAffirm,
        boolean partialOk,
        String reference,
        @Nullable String travelRuleHash,
        @Nullable Long reverses,
        List<Long> affirmedBy,
        List<Long> neededFrom,
        List<Long> heldBy,
        List<Long> cancelledBy,
        @Nullable TrialJson lastTrial,
        List<PartJson> parts,
        String status) {
    public InstructionJson {
        legs = List.copyOf(legs);
        affirmedBy = List.copyOf(affirmedBy);
        neededFrom = List.copyOf(neededFrom);
        heldBy = List.copyOf(heldBy);
        cancelledBy = List.copyOf(cancelledBy);
        parts = List.copyOf(parts);
    }

    /** On which business day it was tried, and what counted first against it. */
    public record TrialJson(String day, ReceiptJson.RefusalJson refusal) {
        static TrialJson of(Instruction.Trial trial) {
            return new TrialJson(
                    LocalDate.ofEpochDay(trial.day()).toString(), ReceiptJson.RefusalJson.of(trial.refusal()));
        }
    }

    /**
     * One movement; what was agreed, and how much of it has settled, as decimal strings.
     *
     * @param serials just these tokens; absent where the ledger chooses
     */
    public record LegJson(
            long from,
            long to,
            String asset,
            String quantity,
            @Nullable List<ReceiptJson.SerialsJson> serials,
            String settled) {}

    /** Which transaction has settled how much of each leg, in their order, and the time of its block. */
    public record PartJson(String transaction, String settledAt, List<String> quantities) {
        public PartJson {
            quantities = List.copyOf(quantities);
        }

        static PartJson of(Instruction.Part part, List<Leg> legs, Denominations denominations) {
            return new PartJson(
                    part.transaction().toString(),
                    Instant.ofEpochMilli(part.settledAtMillis()).toString(),
                    IntStream.range(0, legs.size())
                            .mapToObj(leg -> AmountText.write(
                                    part.quantities().get(leg), legs.get(leg).asset(), denominations))
                            .toList());
        }
    }

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
                legs(instruction, denominations),
                LocalDate.ofEpochDay(instruction.settleDay()).toString(),
                Instant.ofEpochMilli(instruction.expiresAtMillis()).toString(),
                instruction.lockOnAffirm(),
                instruction.partialOk(),
                instruction.reference(),
                instruction.travelRuleHash().map(Hash::toString).orElse(null),
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
                instruction.parts().stream()
                        .map(part -> PartJson.of(part, instruction.legs(), denominations))
                        .toList(),
                isExpired ? "EXPIRED" : instruction.status().name());
    }

    private static List<LegJson> legs(Instruction instruction, Denominations denominations) {
        List<Long> settled = instruction.settled();
        return IntStream.range(0, settled.size())
                .mapToObj(place -> of(instruction.legs().get(place), settled.get(place), denominations))
                .toList();
    }

    private static LegJson of(Leg leg, long settled, Denominations denominations) {
        return new LegJson(
                leg.from().number(),
                leg.to().number(),
                leg.asset().text(),
                AmountText.write(leg.quantity(), leg.asset(), denominations),
                ReceiptJson.SerialsJson.of(leg.serials()),
                AmountText.write(settled, leg.asset(), denominations));
    }

    private static List<Long> numbers(SortedSet<PartyId> parties) {
        return parties.stream().map(PartyId::number).toList();
    }
}
