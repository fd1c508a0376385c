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
import org.khazana.ledger.instrument.DayCount;
import org.khazana.ledger.instrument.Frequency;
import org.khazana.ledger.instrument.PeriodicPay;
import org.khazana.ledger.instrument.RegisterMode;

@Means(
        "Defines sukuk: shares of a leased asset (Ijarah) that pay a fixed rent. Signed as the policy demands: by the issuer, a "
                + "registrar and a Shariah adviser, unless the governors say otherwise.")
@Says({
    "define the sukuk {isin}, named {name}, classified as {cfi}",
    "shares of the asset whose document has SHA-256 {underlyingAssetHash}",
    "under the ceiling of programme {programme}|under no programme",
    "one token is {faceValue} face value",
    "issued on {issueDate}, repaid on {maturityDate}",
    "pays {rentalRateE8} hundred-millionths a year, {frequency}, days counted by {dayCount}",
    "to those who hold {recordDaysBefore} days before the end of a period",
    "at most {authorisedUnits} tokens, moved in multiples of {multipleUnits}, at least {minimumUnits}",
    "register: {registerMode}",
    "{attestors} attestors vouch for what lies behind it|no attestors vouch for it",
    "an attestation counts for {attestationHours} hours|",
    "term sheet with SHA-256 {termSheetHash}|without a term sheet"
})
public record CreateSukuk(
        @Means("ISO 6166, with a correct check digit") AssetCode isin,
        @Text(max = NAME_LENGTH_MAX) @Means("for people") String name,

        @Reference(max = InstrumentDefinition.CFI_LENGTH) @Means("ISO 10962, such as DBFTFR")
        String cfi,

        @Reference(max = CreateProgramme.CODE_LENGTH_MAX) @Means("under whose ceiling its face value counts")
        Optional<String> programme,

        @Means("SHA-256 of the document that says which asset is leased")
        Hash underlyingAssetHash,

        @Means("ISO 4217, a currency of this ledger") AssetCode currency,
        @Money(in = "currency") @Means("of one token") long faceValue,
        @Day @Means("first day of the term") int issueDate,

        @Day @Means("when it is repaid; after the first day")
        int maturityDate,

        @Whole(min = 0, max = PeriodicPay.RATE_MAX_E8)
        @Means(
                "a year, in hundred-millionths of the face value: 14.5 percent is 14500000; 0 if it is sold for less than its face value instead")
        long rentalRateE8,

        @Means("how often it pays") Frequency frequency,

        @Means("how days become part of a year, ISO 20022: A005 actual/365, A006 actual/actual (ICMA), A004 actual/360")
        DayCount dayCount,

        @Whole(min = 0, max = PeriodicPay.RECORD_DAYS_BEFORE_MAX)
        @Means("so many days before the end of a period it is settled who gets its pay")
        long recordDaysBefore,

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
        implements InstrumentOperation, InstrumentDefinition {}
