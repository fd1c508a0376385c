package org.khazana.ledger.operation;

import org.khazana.ledger.form.Means;
import org.khazana.ledger.form.Says;
import org.khazana.ledger.form.Tokens;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;

@Means(
        "Brings tokens into being, up to the authorised number. The sender is the issuer of the bill. Signed as the policy demands: "
                + "by the issuer and a registrar, unless the governors say otherwise.")
@Says("issue {quantity} new tokens of {isin} into account {account}")
public record IssueTokens(
        @Means("which tokens") AssetCode isin,
        @Means("who gets them") AccountId account,
        @Tokens @Means("how many") long quantity)
        implements SupplyOperation {}
