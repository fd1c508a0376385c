package org.khazana.ledger.state;

import java.util.SortedSet;
import java.util.TreeSet;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.operation.Leg;
import org.khazana.ledger.refusal.Refusal;
import org.khazana.ledger.refusal.RefusalCode;
import org.khazana.ledger.serial.SerialRange;
import org.khazana.ledger.table.FieldReader;
import org.khazana.ledger.table.FieldWriter;
import org.khazana.ledger.table.ValueForm;
import org.khazana.ledger.transaction.TransactionId;

final class InstructionForm implements ValueForm<Long, Instruction> {
    @Override
    public void write(Instruction instruction, FieldWriter fields) {
        fields.number(instruction.creator().number())
                .list(instruction.legs(), InstructionForm::writeLeg)
                .small(instruction.settleDay())
                .number(instruction.expiresAtMillis())
                .flag(instruction.lockOnAffirm())
                .flag(instruction.partialOk())
                .text(instruction.reference())
                .optional(instruction.travelRuleHash(), (hash, form) -> form.fixed(hash.toBytes()))
                .optional(instruction.reverses(), (number, form) -> form.number(number));
        writeParties(instruction.named(), fields);
        writeParties(instruction.affirmed(), fields);
        writeParties(instruction.held(), fields);
        writeParties(instruction.cancelling(), fields);
        fields.constant(instruction.status())
                .optional(instruction.trial(), InstructionForm::writeTrial)
                .list(instruction.parts(), InstructionForm::writePart);
    }

    private static void writeLeg(Leg leg, FieldWriter fields) {
        fields.number(leg.from().number())
                .number(leg.to().number())
                .text(leg.asset().text())
                .number(leg.quantity())
                .list(leg.serials(), InstructionForm::writeSerials);
    }

    private static void writeSerials(SerialRange serials, FieldWriter fields) {
        fields.number(serials.first()).number(serials.count());
    }

    private static void writeParties(SortedSet<PartyId> parties, FieldWriter fields) {
        fields.list(parties, (party, form) -> form.number(party.number()));
    }

    @Override
    public Instruction read(Long number, FieldReader fields) {
        return new Instruction(
                number,
                new PartyId(fields.number()),
                fields.list(InstructionForm::readLeg),
                fields.small(),
                fields.number(),
                fields.flag(),
                fields.flag(),
                fields.text(),
                fields.optional(form -> Hash.of(form.fixed(Hash.BYTES))),
                fields.optional(FieldReader::number),
                readParties(fields),
                readParties(fields),
                readParties(fields),
                readParties(fields),
                fields.constant(Instruction.Status.class),
                fields.optional(InstructionForm::readTrial),
                fields.list(InstructionForm::readPart));
    }

    private static void writeTrial(Instruction.Trial trial, FieldWriter fields) {
        fields.small(trial.day())
                .small(trial.refusal().code().number())
                .optional(
                        trial.refusal().leg(),
                        (leg, form) -> form.small(leg.number()).small(leg.code().number()));
    }

    private static Instruction.Trial readTrial(FieldReader fields) {
        return new Instruction.Trial(
                fields.small(),
                new Refusal(
                        readCode(fields),
                        fields.optional(form -> new Refusal.LegRefusal(form.small(), readCode(form)))));
    }

    private static void writePart(Instruction.Part part, FieldWriter fields) {
        fields.fixed(part.transaction().hash().toBytes())
                .number(part.settledAtMillis())
                .list(part.quantities(), (quantity, form) -> form.number(quantity));
    }

    private static Instruction.Part readPart(FieldReader fields) {
        return new Instruction.Part(
                new TransactionId(Hash.of(fields.fixed(Hash.BYTES))),
                fields.number(),
                fields.list(FieldReader::number));
    }

    private static RefusalCode readCode(FieldReader fields) {
        return RefusalCode.of(fields.small()).orElseThrow();
    }

    private static Leg readLeg(FieldReader fields) {
        return new Leg(
                new AccountId(fields.number()),
                new AccountId(fields.number()),
                new AssetCode(fields.text()),
                fields.number(),
                fields.list(InstructionForm::readSerials));
    }

    private static SerialRange readSerials(FieldReader fields) {
        return new SerialRange(fields.number(), fields.number());
    }

    private static SortedSet<PartyId> readParties(FieldReader fields) {
        return new TreeSet<>(fields.list(form -> new PartyId(form.number())));
    }
}
