package org.khazana.ledger.operation;

import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.form.Means;
import org.khazana.ledger.form.Says;
import org.khazana.ledger.id.AssetCode;

@Means(
        "Records that goods left the store. Signed as the policy demands: by a reserve attestor and a registrar, unless the "
                + "governors say otherwise.")
@Says("the goods behind {isin} with receipt {receiptCommitment} leave the store")
public record ReleaseReserveItem(
        @Means("which reserve") AssetCode isin,
        @Means("as it was deposited") Hash receiptCommitment) implements BackingOperation {}
