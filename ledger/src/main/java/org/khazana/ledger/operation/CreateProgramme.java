package org.khazana.ledger.operation;

import static org.khazana.ledger.form.FieldLimits.NAME_LENGTH_MAX;

import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.form.Means;
import org.khazana.ledger.form.Money;
import org.khazana.ledger.form.Reference;
import org.khazana.ledger.form.Says;
import org.khazana.ledger.form.Text;
import org.khazana.ledger.id.AssetCode;

@Means(
        "Defines a programme: a ceiling, set by law, for the face value of all instruments under it. Signed as the policy demands: by the issuer and a registrar, unless the governors say otherwise.")
@Says({
    "define the programme {programme}, named {name}",
    "all instruments under it together have at most {ceiling} face value",
    "legal instrument with SHA-256 {legalInstrumentHash}"
})
public record CreateProgramme(
        @Reference(max = CreateProgramme.CODE_LENGTH_MAX) @Means("a short code that no programme has")
        String programme,

        @Text(max = NAME_LENGTH_MAX) @Means("for people") String name,
        @Means("ISO 4217, a currency of this ledger") AssetCode currency,

        @Money(in = "currency") @Means("most face value of all its instruments together")
        long ceiling,

        @Means("SHA-256 of the law or order that allows it") Hash legalInstrumentHash)
        implements InstrumentOperation {
    public static final int CODE_LENGTH_MAX = 16;
}
