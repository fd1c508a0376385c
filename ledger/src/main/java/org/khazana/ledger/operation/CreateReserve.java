package org.khazana.ledger.operation;

import static org.khazana.ledger.form.FieldLimits.NAME_LENGTH_MAX;

import java.util.Optional;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.form.Day;
import org.khazana.ledger.form.Means;
import org.khazana.ledger.form.Reference;
import org.khazana.ledger.form.Says;
import org.khazana.ledger.form.Text;
import org.khazana.ledger.form.Tokens;
import org.khazana.ledger.form.Whole;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.instrument.BackingDemand;

@Means(
        "Defines tokens that stand for goods in store. They come into being as far as attestors vouch for the goods. Signed as the policy demands: by the issuer and a registrar, unless the governors say otherwise.")
@Says({
    "define the reserve {isin}, named {name}, classified as {cfi}",
    "one token is {amountPerToken} times 10^-{scale} {unitCode}",
    "first issued on {issueDate}",
    "at most {authorisedUnits} tokens, moved in multiples of {multipleUnits}, at least {minimumUnits}",
    "{attestors} attestors vouch for the goods, each for {attestationHours} hours",
    "term sheet with SHA-256 {termSheetHash}|without a term sheet"
})
public record CreateReserve(
        @Means("ISO 6166, with a correct check digit") AssetCode isin,
        @Text(max = NAME_LENGTH_MAX) @Means("for people") String name,

        @Reference(max = InstrumentDefinition.CFI_LENGTH) @Means("ISO 10962, such as MMPXXX")
        String cfi,

        @Reference(max = 3) @Means("UN/CEFACT Recommendation 20, such as GRM for grams")
        String unitCode,

        @Whole(min = 0, max = CreateReserve.SCALE_MAX) @Means("amounts are in 10^-scale of the unit")
        long scale,

        @Whole(min = 1, max = Long.MAX_VALUE) @Means("goods that one token stands for, in that measure")
        long amountPerToken,

        @Day @Means("not issued before") int issueDate,

        @Tokens @Means("most tokens that may ever be outstanding")
        long authorisedUnits,

        @Tokens @Means("least tokens in one movement") long minimumUnits,
        @Tokens @Means("movements are multiples of this") long multipleUnits,

        @Whole(min = 1, max = BackingDemand.ATTESTORS_MAX)
        @Means("how many attestors must vouch for the goods in store")
        long attestors,

        @Whole(min = 1, max = BackingDemand.HOURS_MAX) @Means("how old an attestation may be")
        long attestationHours,

        @Means("SHA-256 of the term sheet") Optional<Hash> termSheetHash)
        implements InstrumentOperation, InstrumentDefinition {
    /** Nanograms of a gram. */
    public static final int SCALE_MAX = 9;
}
