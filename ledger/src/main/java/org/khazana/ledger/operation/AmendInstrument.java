package org.khazana.ledger.operation;

import static org.khazana.ledger.form.FieldLimits.NAME_LENGTH_MAX;

import java.util.Optional;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.form.Means;
import org.khazana.ledger.form.Says;
import org.khazana.ledger.form.Text;
import org.khazana.ledger.form.Tokens;
import org.khazana.ledger.id.AssetCode;

@Means(
        "Changes terms of an instrument. Once tokens were issued only the term sheet can be replaced. The sender is the issuer. Signed as the policy demands: by the issuer and a registrar, unless the governors say otherwise.")
@Says({
    "change the terms of {isin}",
    "its name is {name}|it keeps its name",
    "at most {authorisedUnits} tokens|",
    "at least {minimumUnits} in one movement|",
    "moved in multiples of {multipleUnits}|",
    "term sheet with SHA-256 {termSheetHash}|the term sheet stays"
})
public record AmendInstrument(
        @Means("which instrument") AssetCode isin,
        @Text(max = NAME_LENGTH_MAX) @Means("for people") Optional<String> name,

        @Tokens @Means("most tokens that may ever be outstanding")
        Optional<Long> authorisedUnits,

        @Tokens @Means("least tokens in one movement") Optional<Long> minimumUnits,
        @Tokens @Means("movements are multiples of this") Optional<Long> multipleUnits,
        @Means("SHA-256 of the term sheet") Optional<Hash> termSheetHash)
        implements InstrumentOperation {}
