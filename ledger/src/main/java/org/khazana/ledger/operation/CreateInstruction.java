package org.khazana.ledger.operation;

import static org.khazana.ledger.form.FieldLimits.REFERENCE_LENGTH_MAX;

import java.util.List;
import java.util.Optional;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.form.Count;
import org.khazana.ledger.form.Day;
import org.khazana.ledger.form.Instant;
import org.khazana.ledger.form.Means;
import org.khazana.ledger.form.Says;
import org.khazana.ledger.form.Text;
import org.khazana.ledger.form.Whole;
import org.khazana.ledger.refusal.RefusalCode;

@Means(
        "Proposes a settlement that those concerned affirm one after another. Nothing moves before all have. Signed by the owner or "
                + "the controller of any account in it.")
@Says({
    "instruction {instruction}, to be settled on {settleDate} or later, all legs together:",
    "{legs}",
    "it lapses at {expiresAt}",
    "what is to be given is set aside on affirmation: {lockOnAffirm}",
    "reference {reference}|without a reference",
    "may be settled in parts, for as many tokens as can be had, each with its share of the money: {partialOk}",
    "message of the travel rule with SHA-256 {travelRuleHash}|without a message of the travel rule"
})
public record CreateInstruction(
        @Whole(min = 1, max = Long.MAX_VALUE) @Means("a number that no instruction has")
        long instruction,

        @Count(min = CreateInstruction.LEGS_MIN, max = SettleNow.LEGS_MAX, otherwise = RefusalCode.LEG_COUNT_INVALID)
        @Means("in the order in which they move; a single one, of tokens, is a delivery free of payment")
        List<Leg> legs,

        @Day @Means("first day on which it may settle") int settleDate,

        @Instant @Means("from then on it cannot settle; at most 30 days ahead unless the governors say otherwise")
        long expiresAt,

        @Means("whether whoever affirms sets aside what it is to give")
        boolean lockOnAffirm,

        @Text(max = REFERENCE_LENGTH_MAX) @Means("for people")
        Optional<String> reference,

        @Means(
                "whether due work may settle a part of it, for as many tokens and as much money as there is; whoever affirms agrees to "
                        + "that. Only for one leg of tokens, without serials named, alone or against money")
        boolean partialOk,

        @Means(
                "of the message in which the institutions on both sides told each other who gives and who receives (FATF Recommendation "
                        + "16), with a random salt in it; demanded between their clients from TRAVEL_RULE_FROM_MINOR on")
        Optional<Hash> travelRuleHash)
        implements InstructionOperation {
    public static final int LEGS_MIN = 1;

    public CreateInstruction {
        legs = List.copyOf(legs);
    }

    /** Without a message of the travel rule. */
    public CreateInstruction(
            long instruction,
            List<Leg> legs,
            int settleDate,
            long expiresAt,
            boolean lockOnAffirm,
            Optional<String> reference,
            boolean partialOk) {
        this(instruction, legs, settleDate, expiresAt, lockOnAffirm, reference, partialOk, Optional.empty());
    }
}
