package org.khazana.ledger.rules;

import static org.khazana.ledger.refusal.RefusalCode.ARITHMETIC_OVERFLOW;
import static org.khazana.ledger.refusal.RefusalCode.ASSET_CLASS_NOT_ALLOWED;
import static org.khazana.ledger.refusal.RefusalCode.ASSET_UNKNOWN;
import static org.khazana.ledger.refusal.RefusalCode.AUTHORISED_EXCEEDED;
import static org.khazana.ledger.refusal.RefusalCode.ROLE_MISSING;

import org.khazana.ledger.instrument.InstrumentTerms;
import org.khazana.ledger.operation.IssueTokens;
import org.khazana.ledger.state.Asset;

/** Whether tokens of an instrument may come into being. */
public final class IssuanceRules {
    private IssuanceRules() {}

    /**
     * Order: the policy; the receiving account, and its signature; the receiver may not hold it, or not so much; the asset
     * unknown, or no instrument; the sender not its issuer; matured, or paused; more than authorised; not backed; the quantity;
     * no serials left.
     */
    public static void judge(IssueTokens issue, Circumstances circumstances, Findings findings) {
        PolicyRules.judge(issue, circumstances, findings);
        AccountRules.credit(issue.account(), issue.isin(), circumstances, findings);
        AccountRules.creditSigned(issue.account(), circumstances, findings);
        HoldingRules.judge(issue.account(), issue.isin(), circumstances, findings);
        HoldingLimits.judge(issue, circumstances.view(), findings);
        findings.demand(circumstances.view().asset(issue.isin()), ASSET_UNKNOWN)
                .flatMap(asset -> findings.demand(asset.instrument(), ASSET_CLASS_NOT_ALLOWED)
                        .map(terms -> asset))
                .ifPresent(asset -> judge(issue, asset, asset.instrument().orElseThrow(), circumstances, findings));
    }

    private static void judge(
            IssueTokens issue, Asset asset, InstrumentTerms terms, Circumstances circumstances, Findings findings) {
        findings.demand(terms.issuer().equals(circumstances.signers().sender()), ROLE_MISSING);
        AssetGates.issue(asset, circumstances, findings);
        boolean isAuthorised = findings.demand(
                issue.quantity() <= terms.units().authorised() - asset.outstandingUnits(), AUTHORISED_EXCEEDED);
        if (isAuthorised && issue.quantity() > 0) {
            BackingRules.covers(asset, asset.outstandingUnits() + issue.quantity(), circumstances, findings);
        }
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
