package org.khazana.ledger.operation;

import org.khazana.ledger.form.Means;
import org.khazana.ledger.form.Says;
import org.khazana.ledger.id.AssetCode;

@Means(
        "Lets stopped operations with an asset go on. Signed as the policy demands: by a regulator and a registrar, unless the governors say otherwise.")
@Says({
    "resume for {asset}, where it says yes:",
    "issuing: {issuing}, transfers: {transfers}, pledging: {pledging}, retiring: {retiring}"
})
public record ResumeAsset(
        @Means("ISIN, or currency code for cash") AssetCode asset,
        @Means("bringing units into being") boolean issuing,
        @Means("moving units between accounts") boolean transfers,
        @Means("giving units as security") boolean pledging,
        @Means("taking units out of being") boolean retiring)
        implements InstrumentOperation, ActionChoice {}
