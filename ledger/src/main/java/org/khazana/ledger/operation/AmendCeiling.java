package org.khazana.ledger.operation;

import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.form.Means;
import org.khazana.ledger.form.Money;
import org.khazana.ledger.form.Reference;
import org.khazana.ledger.form.Says;
import org.khazana.ledger.id.AssetCode;

@Means(
        "Changes the ceiling of a programme, but not below what is authorised under it. Signed as the policy demands: by the issuer and a registrar, unless the governors say otherwise.")
@Says({
    "all instruments of programme {programme} together have at most {ceiling} face value from now on",
    "legal instrument with SHA-256 {legalInstrumentHash}"
})
public record AmendCeiling(
        @Reference(max = CreateProgramme.CODE_LENGTH_MAX) @Means("which programme")
        String programme,

        @Means("ISO 4217, the one of the programme") AssetCode currency,

        @Money(in = "currency") @Means("most face value of all its instruments together")
        long ceiling,

        @Means("SHA-256 of the law or order that allows it") Hash legalInstrumentHash)
        implements InstrumentOperation {}
