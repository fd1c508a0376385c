package org.khazana.ledger.operation;

import static org.khazana.ledger.form.FieldLimits.NAME_LENGTH_MAX;

import java.util.Optional;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.form.Day;
import org.khazana.ledger.form.Means;
import org.khazana.ledger.form.Money;
import org.khazana.ledger.form.Says;
import org.khazana.ledger.form.Text;
import org.khazana.ledger.form.Tokens;
import org.khazana.ledger.id.AssetCode;

@Means(
        "Defines a treasury bill. Signed as the policy demands: by the issuer and a registrar, unless the governors say otherwise.")
@Says({
    "define the bill {isin}, named {name}",
    "one token is {faceValue} face value",
    "issued on {issueDate}, repaid on {maturityDate}",
    "at most {authorisedUnits} tokens, moved in multiples of {multipleUnits}, at least {minimumUnits}",
    "term sheet with SHA-256 {termSheetHash}|without a term sheet"
})
public record CreateInstrument(
        @Means("ISO 6166, with a correct check digit") AssetCode isin,
        @Text(max = NAME_LENGTH_MAX) @Means("for people") String name,
        @Means("ISO 4217, a currency of this ledger") AssetCode currency,
        @Money(in = "currency") @Means("of one token") long faceValue,
        @Day @Means("first day of the term") int issueDate,

        @Day @Means("when it is repaid; after the first day")
        int maturityDate,

        @Tokens @Means("most tokens that may ever be outstanding")
        long authorisedUnits,

        @Tokens @Means("least tokens in one movement") long minimumUnits,
        @Tokens @Means("movements are multiples of this") long multipleUnits,
        @Means("SHA-256 of the term sheet") Optional<Hash> termSheetHash)
        implements InstrumentOperation {}
