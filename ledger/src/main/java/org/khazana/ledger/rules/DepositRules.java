package org.khazana.ledger.rules;

import static org.khazana.ledger.refusal.RefusalCode.ARITHMETIC_OVERFLOW;
import static org.khazana.ledger.refusal.RefusalCode.CURRENCY_UNKNOWN;
import static org.khazana.ledger.refusal.RefusalCode.QUANTITY_NOT_POSITIVE;
import static org.khazana.ledger.refusal.RefusalCode.RTGS_REFERENCE_USED;

import java.util.Optional;
import org.khazana.ledger.operation.RecordCashDeposit;
import org.khazana.ledger.state.Asset;

/** Whether money that arrived outside may come into being here. */
public final class DepositRules {
    private DepositRules() {}

    /**
     * Order: the policy; the receiving account, and the one outside; the amount; the currency; the payment reference used before;
     * deposits paused; more money than can be counted.
     */
    public static void judge(RecordCashDeposit deposit, Circumstances circumstances, Findings findings) {
        PolicyRules.judge(deposit, circumstances, findings);
        AccountRules.credit(deposit.account(), deposit.currency(), circumstances, findings);
        ResidencyRules.deposit(deposit.account(), circumstances.view(), findings);
        findings.demand(deposit.amount() > 0, QUANTITY_NOT_POSITIVE);
        Optional<Asset> currency =
                findings.demand(circumstances.view().asset(deposit.currency()).filter(Asset::isCash), CURRENCY_UNKNOWN);
        findings.demand(
                !circumstances.view().isRtgsReferenceUsed(deposit.currency(), deposit.rtgsReference()),
                RTGS_REFERENCE_USED);
        currency.ifPresent(asset -> AssetGates.issue(asset, circumstances, findings));
        currency.ifPresent(asset ->
                findings.demand(deposit.amount() <= Long.MAX_VALUE - asset.outstandingUnits(), ARITHMETIC_OVERFLOW));
    }
}
