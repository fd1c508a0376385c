package org.khazana.ledger.operation;

import static org.khazana.ledger.form.FieldLimits.NAME_LENGTH_MAX;

import java.util.Optional;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.form.Day;
import org.khazana.ledger.form.Means;
import org.khazana.ledger.form.Money;
import org.khazana.ledger.form.Reference;
import org.khazana.ledger.form.Says;
import org.khazana.ledger.form.Text;
import org.khazana.ledger.form.Tokens;
import org.khazana.ledger.form.Whole;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.instrument.BackingDemand;
import org.khazana.ledger.instrument.Denomination;
import org.khazana.ledger.instrument.RegisterMode;
import org.khazana.ledger.instrument.Term;
import org.khazana.ledger.instrument.UnitLimits;

@Means(
        "Defines a treasury bill, which is sold for less than its face value and pays nothing before it is repaid. Signed as the policy demands: by the issuer and a registrar, unless the governors say otherwise.")
@Says({
    "define the bill {isin}, named {name}, classified as {cfi}",
    "under the ceiling of programme {programme}|under no programme",
    "one token is {faceValue} face value",
    "issued on {issueDate}, repaid on {maturityDate}",
    "at most {authorisedUnits} tokens, moved in multiples of {multipleUnits}, at least {minimumUnits}",
    "register: {registerMode}",
    "{attestors} attestors vouch for what lies behind it|no attestors vouch for it",
    "an attestation counts for {attestationHours} hours|",
    "term sheet with SHA-256 {termSheetHash}|without a term sheet"
})
public record CreateBill(
        @Means("ISO 6166, with a correct check digit") AssetCode isin,
        @Text(max = NAME_LENGTH_MAX) @Means("for people") String name,

        @Reference(max = InstrumentDefinition.CFI_LENGTH) @Means("ISO 10962, such as DYZTXR")
        String cfi,

        @Reference(max = CreateProgramme.CODE_LENGTH_MAX) @Means("under whose ceiling its face value counts")
        Optional<String> programme,

        @Means("ISO 4217, a currency of this ledger") AssetCode currency,
        @Money(in = "currency") @Means("of one token") long faceValue,
        @Day @Means("first day of the term") int issueDate,

        @Day @Means("when it is repaid; after the first day")
        int maturityDate,

        @Tokens @Means("most tokens that may ever be outstanding")
        long authorisedUnits,

        @Tokens @Means("least tokens in one movement") long minimumUnits,
        @Tokens @Means("movements are multiples of this") long multipleUnits,

        @Means("NATIVE if this ledger is the register, CSD_MIRROR if tokens stand for units kept in a depository")
        RegisterMode registerMode,

        @Whole(min = 1, max = BackingDemand.ATTESTORS_MAX)
        @Means("how many attestors must vouch for what lies behind it; only where it is not native")
        Optional<Long> attestors,

        @Whole(min = 1, max = BackingDemand.HOURS_MAX)
        @Means("how old an attestation may be; only where it is not native")
        Optional<Long> attestationHours,

        @Means("SHA-256 of the term sheet") Optional<Hash> termSheetHash)
        implements InstrumentOperation, InstrumentDefinition {
    /** Money market, zero rate, guaranteed by the state, registered form. */
    public static final String CFI_USUAL = "DYZTXR";

    /** A bill of which this ledger is the register, under no programme. */
    public static CreateBill registeredHere(
            AssetCode isin, String name, Denomination one, Term term, UnitLimits units) {
        return new CreateBill(
                isin,
                name,
                CFI_USUAL,
                Optional.empty(),
                one.currency(),
                one.faceMinor(),
                term.firstDay(),
                term.lastDay(),
                units.authorised(),
                units.minimum(),
                units.multiple(),
                RegisterMode.NATIVE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
