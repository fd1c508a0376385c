package org.khazana.ledger.state;

import java.util.List;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.table.FieldReader;
import org.khazana.ledger.table.FieldWriter;
import org.khazana.ledger.table.Index;
import org.khazana.ledger.table.KeyForm;
import org.khazana.ledger.table.KeyWriter;
import org.khazana.ledger.table.Table;
import org.khazana.ledger.table.ValueForm;

/** The tables about settlements to come, and about money that comes and goes; part of {@link Tables#all}. */
public final class SettlementTables {
    private static final KeyForm<OpenInstructionKey> OPEN_INSTRUCTION = new KeyForm<>(
            entry -> new KeyWriter()
                    .number(entry.party().number())
                    .number(entry.expiresAtMillis())
                    .number(entry.instruction())
                    .done(),
            fields -> new OpenInstructionKey(new PartyId(fields.number()), fields.number(), fields.number()));

    /** The open instructions in which a party is named, in the order in which they expire. */
    public static final Index<OpenInstructionKey, Long, Instruction> OPEN_BY_PARTY = Index.of(
            71,
            "open-instruction-by-party",
            OPEN_INSTRUCTION,
            OpenInstructionKey::instruction,
            instruction -> instruction.isOpen()
                    ? instruction.named().stream()
                            .map(party -> entry(party, instruction))
                            .toList()
                    : List.of());

    /** Those that a party has created, so that others cannot use up how many it may have. */
    public static final Index<OpenInstructionKey, Long, Instruction> OPEN_BY_CREATOR = Index.of(
            72,
            "open-instruction-by-creator",
            OPEN_INSTRUCTION,
            OpenInstructionKey::instruction,
            instruction -> instruction.isOpen() ? List.of(entry(instruction.creator(), instruction)) : List.of());

    private static final KeyForm<DueKey<Long>> DUE_NUMBER = new KeyForm<>(
            entry -> new KeyWriter().number(entry.due()).number(entry.key()).done(),
            fields -> new DueKey<>(fields.number(), fields.number()));

    /** The open instructions that nobody holds, in the order of the days on which due work looks at them. */
    static final Index<DueKey<Long>, Long, Instruction> DUE = Index.of(
            80,
            "instruction-due",
            DUE_NUMBER,
            DueKey::key,
            instruction -> instruction.isOpen() && instruction.held().isEmpty()
                    ? List.of(new DueKey<>(instruction.dueDay(), instruction.number()))
                    : List.of());

    /** The open instructions in the order in which they expire. */
    static final Index<DueKey<Long>, Long, Instruction> EXPIRING = Index.of(
            81,
            "instruction-expiring",
            DUE_NUMBER,
            DueKey::key,
            instruction -> instruction.isOpen()
                    ? List.of(new DueKey<>(instruction.expiresAtMillis(), instruction.number()))
                    : List.of());

    /** By number; every instruction stays. */
    public static final Table<Long, Instruction> INSTRUCTIONS = new Table<>(
            70,
            "instruction",
            StateKeys.NUMBER,
            new InstructionForm(),
            Instruction::number,
            List.of(OPEN_BY_PARTY, OPEN_BY_CREATOR, DUE, EXPIRING));

    /** By what is reversed: which instruction was the last to try. */
    public static final Table<Long, Reversal> REVERSALS = new Table<>(
            73,
            "reversal",
            StateKeys.NUMBER,
            ValueForm.of(
                    (reversal, fields) -> fields.number(reversal.instruction()),
                    (reversed, fields) -> new Reversal(reversed, fields.number())),
            Reversal::reversed,
            List.of());

    /** By number; every withdrawal stays. */
    public static final Table<Long, CashWithdrawal> CASH_WITHDRAWALS = new Table<>(
            74,
            "cash-withdrawal",
            StateKeys.NUMBER,
            ValueForm.of(SettlementTables::write, SettlementTables::withdrawal),
            CashWithdrawal::number,
            List.of());

    /** The newest of each currency. */
    public static final Table<AssetCode, CashAttestation> CASH_ATTESTATIONS = new Table<>(
            75,
            "cash-attestation",
            StateKeys.ASSET,
            ValueForm.of(
                    (attestation, fields) -> fields.number(attestation.balance())
                            .small(attestation.asOfDay())
                            .number(attestation.by().number())
                            .number(attestation.atMillis()),
                    (currency, fields) -> new CashAttestation(
                            currency, fields.number(), fields.small(), new PartyId(fields.number()), fields.number())),
            CashAttestation::currency,
            List.of());

    /** Of each currency, how the business day that ended last closed. */
    public static final Table<AssetCode, CashClose> CASH_CLOSES = new Table<>(
            84,
            "cash-close",
            StateKeys.ASSET,
            ValueForm.of(
                    (close, fields) -> fields.small(close.day()).number(close.outstanding()),
                    (currency, fields) -> new CashClose(currency, fields.small(), fields.number())),
            CashClose::currency,
            List.of());

    private SettlementTables() {}

    /** An instruction that undoes what another one has settled. */
    public record Reversal(long reversed, long instruction) {}

    private static OpenInstructionKey entry(PartyId party, Instruction instruction) {
        return new OpenInstructionKey(party, instruction.expiresAtMillis(), instruction.number());
    }

    private static void write(CashWithdrawal withdrawal, FieldWriter fields) {
        fields.number(withdrawal.account().number())
                .text(withdrawal.currency().text())
                .number(withdrawal.amount())
                .flag(withdrawal.isConvertible())
                .constant(withdrawal.status())
                .optional(withdrawal.paymentReference(), (reference, form) -> form.text(reference));
    }

    private static CashWithdrawal withdrawal(Long number, FieldReader fields) {
        return new CashWithdrawal(
                number,
                new AccountId(fields.number()),
                new AssetCode(fields.text()),
                fields.number(),
                fields.flag(),
                fields.constant(CashWithdrawal.Status.class),
                fields.optional(FieldReader::text));
    }

    /** In order of number. */
    static List<Table<?, ?>> all() {
        return List.of(
                INSTRUCTIONS,
                OPEN_BY_PARTY.table(),
                OPEN_BY_CREATOR.table(),
                REVERSALS,
                CASH_WITHDRAWALS,
                CASH_ATTESTATIONS,
                DUE.table(),
                EXPIRING.table(),
                CASH_CLOSES);
    }
}
