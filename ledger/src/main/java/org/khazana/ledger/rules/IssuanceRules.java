package org.khazana.ledger.rules;

import static org.khazana.ledger.receipt.RefusalCode.ASSET_CLASS_NOT_ALLOWED;
import static org.khazana.ledger.receipt.RefusalCode.ASSET_NOT_ACTIVE;
import static org.khazana.ledger.receipt.RefusalCode.ASSET_UNKNOWN;
import static org.khazana.ledger.receipt.RefusalCode.AUTHORISED_EXCEEDED;
import static org.khazana.ledger.receipt.RefusalCode.ROLE_MISSING;

import java.util.Optional;
import org.khazana.ledger.receipt.RefusalCode;
import org.khazana.ledger.state.Asset;
import org.khazana.ledger.state.Asset.BillTerms;
import org.khazana.ledger.transaction.Operation.IssueTokens;

/** Whether tokens of a bill may come into being. */
public final class IssuanceRules {
    private IssuanceRules() {}

    /**
     * Order: authority of issuer and registrar; the receiving account; the asset unknown, or not a bill; the sender
     * not the issuer of this bill; matured; more than authorised; the quantity.
     */
    public static Optional<RefusalCode> refusal(IssueTokens issue, Circumstances circumstances) {
        Optional<RefusalCode> authority = AuthorityRules.issuerWithRegistrar(circumstances);
        if (authority.isPresent()) {
            return authority;
        }
        Optional<RefusalCode> credit = AccountRules.credit(issue.account(), circumstances);
        if (credit.isPresent()) {
            return credit;
        }
        Optional<Asset> asset = circumstances.view().asset(issue.isin());
        if (asset.isEmpty()) {
            return Optional.of(ASSET_UNKNOWN);
        }
        if (asset.get().bill().isEmpty()) {
            return Optional.of(ASSET_CLASS_NOT_ALLOWED);
        }
        BillTerms bill = asset.get().bill().get();
        if (!bill.issuer().equals(circumstances.signers().sender())) {
            return Optional.of(ROLE_MISSING);
        }
        if (!QuantityRules.isActive(bill, circumstances)) {
            return Optional.of(ASSET_NOT_ACTIVE);
        }
        if (issue.quantity() > bill.authorisedUnits() - asset.get().outstandingUnits()) {
            return Optional.of(AUTHORISED_EXCEEDED);
        }
        return QuantityRules.billQuantity(issue.quantity(), bill);
    }
}
