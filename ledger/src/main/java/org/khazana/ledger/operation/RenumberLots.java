package org.khazana.ledger.operation;

import org.khazana.ledger.form.Means;
import org.khazana.ledger.form.Says;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;

@Means(
        "Gives the tokens of a position that is scattered over many ranges of serials new serials in a row, at most 256 ranges at a "
                + "time, the shortest ones first. The old serials are never used again, and lead to the new ones. Signed as the "
                + "policy demands: by a registrar, unless the governors say otherwise.")
@Says("give the scattered tokens of {isin} in account {account} new serials in a row")
public record RenumberLots(
        @Means("which tokens") AssetCode isin,
        @Means("who holds them") AccountId account) implements SupplyOperation {}
