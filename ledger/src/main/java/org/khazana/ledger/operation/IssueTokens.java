package org.khazana.ledger.operation;

import java.util.Optional;
import org.khazana.ledger.form.Day;
import org.khazana.ledger.form.Means;
import org.khazana.ledger.form.Says;
import org.khazana.ledger.form.Tokens;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;

@Means(
        "Brings tokens into being, up to the authorised number. The sender is the issuer of the bill. Signed as the policy demands: "
                + "by the issuer and a registrar, unless the governors say otherwise.")
@Says({
    "issue {quantity} new tokens of {isin} into account {account}",
    "they cannot be moved on before {earliestTransferDate}|"
})
public record IssueTokens(
        @Means("which tokens") AssetCode isin,
        @Means("who gets them") AccountId account,
        @Tokens @Means("how many") long quantity,

        @Day @Means("lock-up: before this day nobody can move them on")
        Optional<Integer> earliestTransferDate)
        implements SupplyOperation {
    /** Tokens that can be moved on at once. */
    public IssueTokens(AssetCode isin, AccountId account, long quantity) {
        this(isin, account, quantity, Optional.empty());
    }
}
