package org.khazana.ledger.rules;

import static org.khazana.ledger.refusal.RefusalCode.ARITHMETIC_OVERFLOW;
import static org.khazana.ledger.refusal.RefusalCode.ASSET_CLASS_NOT_ALLOWED;
import static org.khazana.ledger.refusal.RefusalCode.ASSET_NOT_ACTIVE;
import static org.khazana.ledger.refusal.RefusalCode.ASSET_UNKNOWN;
import static org.khazana.ledger.refusal.RefusalCode.AUTHORISED_EXCEEDED;
import static org.khazana.ledger.refusal.RefusalCode.ROLE_MISSING;

import org.khazana.ledger.operation.IssueTokens;
import org.khazana.ledger.state.Asset;
import org.khazana.ledger.state.Asset.BillTerms;

/** Whether tokens of a bill may come into being. */
public final class IssuanceRules {
    private IssuanceRules() {}

    /**
     * Order: the policy; the receiving account; the asset unknown, or not a bill; the sender
     * not the issuer of this bill; matured; more than authorised; the quantity; no
     * serials left.
     */
    public static void judge(IssueTokens issue, Circumstances circumstances, Findings findings) {
        PolicyRules.judge(issue, circumstances, findings);
        AccountRules.credit(issue.account(), circumstances, findings);
        findings.demand(circumstances.view().asset(issue.isin()), ASSET_UNKNOWN)
                .flatMap(asset ->
                        findings.demand(asset.bill(), ASSET_CLASS_NOT_ALLOWED).map(bill -> asset))
                .ifPresent(asset -> judge(issue, asset, asset.bill().orElseThrow(), circumstances, findings));
    }

    private static void judge(
            IssueTokens issue, Asset asset, BillTerms bill, Circumstances circumstances, Findings findings) {
        findings.demand(bill.issuer().equals(circumstances.signers().sender()), ROLE_MISSING);
        findings.demand(QuantityRules.isActive(bill, circumstances), ASSET_NOT_ACTIVE);
        boolean isAuthorised = findings.demand(
                issue.quantity() <= bill.authorisedUnits() - asset.outstandingUnits(), AUTHORISED_EXCEEDED);
        QuantityRules.quantity(issue.quantity(), asset, findings);
        if (isAuthorised) {
            findings.demand(asset.units().canIssue(issue.quantity()), ARITHMETIC_OVERFLOW);
        }
    }

    /** 0 unless the tokens are locked up beyond today. */
    public static int earliestTransferDay(IssueTokens issue, Circumstances circumstances) {
        return issue.earliestTransferDate()
                .filter(day -> day > circumstances.day())
                .orElse(0);
    }
}
