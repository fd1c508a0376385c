package org.khazana.ledger.rules;

import static org.khazana.ledger.refusal.RefusalCode.ASSET_UNKNOWN;
import static org.khazana.ledger.refusal.RefusalCode.CASH_ATTESTATION_DAY_INVALID;
import static org.khazana.ledger.refusal.RefusalCode.CASH_NOT_BACKED;
import static org.khazana.ledger.refusal.RefusalCode.CURRENCY_UNKNOWN;
import static org.khazana.ledger.refusal.RefusalCode.PARTY_NOT_ACTIVE;
import static org.khazana.ledger.refusal.RefusalCode.RTGS_REFERENCE_USED;
import static org.khazana.ledger.refusal.RefusalCode.WITHDRAWAL_EXISTS;
import static org.khazana.ledger.refusal.RefusalCode.WITHDRAWAL_NOT_WAITING;
import static org.khazana.ledger.refusal.RefusalCode.WITHDRAWAL_NUMBER_INVALID;
import static org.khazana.ledger.refusal.RefusalCode.WITHDRAWAL_UNKNOWN;

import java.util.List;
import java.util.Optional;
import org.khazana.ledger.operation.AttestCashBacking;
import org.khazana.ledger.operation.ConfirmCashWithdrawal;
import org.khazana.ledger.operation.RejectCashWithdrawal;
import org.khazana.ledger.operation.RequestCashWithdrawal;
import org.khazana.ledger.state.Account;
import org.khazana.ledger.state.Asset;
import org.khazana.ledger.state.CashAttestation;
import org.khazana.ledger.state.CashClose;
import org.khazana.ledger.state.CashWithdrawal;
import org.khazana.ledger.state.Encumbrance;
import org.khazana.ledger.state.LedgerView;

/** Whether money may leave the ledger, and what is said of the account outside on which it lies. */
public final class WithdrawalRules {
    private WithdrawalRules() {}

    /**
     * Order: the number, or it is taken; the giving account as for a transfer; the asset unknown, or paused; the amount; no currency; no account outside, or
     * it may not become another currency; too many encumbrances on the position; more than is held, or than is free.
     */
    public static void judge(RequestCashWithdrawal request, Circumstances circumstances, Findings findings) {
        LedgerView view = circumstances.view();
        findings.demand(request.withdrawal() > 0, WITHDRAWAL_NUMBER_INVALID);
        findings.demand(view.cashWithdrawal(request.withdrawal()).isEmpty(), WITHDRAWAL_EXISTS);
        AccountRules.debit(request.account(), request.currency(), circumstances, findings);
        findings.demand(view.asset(request.currency()), ASSET_UNKNOWN).ifPresent(asset -> {
            AssetGates.retire(asset, findings);
            QuantityRules.quantity(request.amount(), asset, findings);
        });
        findings.demand(view.asset(request.currency()).filter(Asset::isCash), CURRENCY_UNKNOWN);
        view.account(request.account())
                .ifPresent(account -> ResidencyRules.withdrawal(account, request.isConvertible(), findings));
        EncumberingRules.room(
                new Debit(request.account(), request.currency(), request.amount(), List.of()), circumstances, findings);
    }

    /**
     * Order: the policy; unknown; not waiting, or not all of it set aside any more; the owner not active; what authorities forbid; paused;
     * residency as for the request; the payment reference used before. Whether it is free is asked when it was given free.
     */
    public static void judge(ConfirmCashWithdrawal confirm, Circumstances circumstances, Findings findings) {
        PolicyRules.judge(confirm, circumstances, findings);
        LedgerView view = circumstances.view();
        waiting(confirm.withdrawal(), circumstances, findings).ifPresent(withdrawal -> {
            Account account = view.account(withdrawal.account()).orElseThrow();
            findings.demand(isSetAside(withdrawal, view), WITHDRAWAL_NOT_WAITING);
            findings.demand(circumstances.isActive(account.owner()), PARTY_NOT_ACTIVE);
            RestrictionRules.debit(account, withdrawal.currency(), circumstances, findings);
            view.asset(withdrawal.currency()).ifPresent(asset -> AssetGates.retire(asset, findings));
            ResidencyRules.withdrawal(account, withdrawal.isConvertible(), findings);
            findings.demand(
                    !view.isRtgsReferenceUsed(withdrawal.currency(), confirm.rtgsReference()), RTGS_REFERENCE_USED);
        });
    }

    private static Optional<CashWithdrawal> waiting(long number, Circumstances circumstances, Findings findings) {
        Optional<CashWithdrawal> known =
                findings.demand(circumstances.view().cashWithdrawal(number), WITHDRAWAL_UNKNOWN);
        known.ifPresent(withdrawal ->
                findings.demand(withdrawal.status() == CashWithdrawal.Status.WAITING, WITHDRAWAL_NOT_WAITING));
        return known.filter(withdrawal -> withdrawal.status() == CashWithdrawal.Status.WAITING);
    }

    private static boolean isSetAside(CashWithdrawal withdrawal, LedgerView view) {
        return view.encumbrance(withdrawal.encumbrance())
                .map(Encumbrance::quantity)
                .filter(quantity -> quantity == withdrawal.amount())
                .isPresent();
    }

    /** What authorities hold back must stay when the money has left. Order: more than is held; more than is free. */
    public static void leaving(CashWithdrawal withdrawal, Circumstances circumstances, Findings findings) {
        RestrictionRules.shortage(withdrawal.account(), withdrawal.currency(), withdrawal.amount(), circumstances)
                .ifPresent(findings::refuse);
    }

    /** Order: the policy; unknown; not waiting. */
    public static void judge(RejectCashWithdrawal reject, Circumstances circumstances, Findings findings) {
        PolicyRules.judge(reject, circumstances, findings);
        waiting(reject.withdrawal(), circumstances, findings);
    }

    /** Order: the policy; no currency; neither the open day nor the one that ended last, or before the last one; not just what there was. */
    public static void judge(AttestCashBacking attest, Circumstances circumstances, Findings findings) {
        LedgerView view = circumstances.view();
        PolicyRules.judge(attest, circumstances, findings);
        Optional<Asset> currency =
                findings.demand(view.asset(attest.currency()).filter(Asset::isCash), CURRENCY_UNKNOWN);
        boolean isAfterLast = view.cashAttestation(attest.currency())
                .map(CashAttestation::asOfDay)
                .filter(last -> attest.asOfDate() < last)
                .isEmpty();
        Optional<Long> outstanding = currency.flatMap(asset -> outstandingOn(attest.asOfDate(), asset, circumstances));
        findings.demand(isAfterLast && (currency.isEmpty() || outstanding.isPresent()), CASH_ATTESTATION_DAY_INVALID);
        outstanding.ifPresent(amount -> findings.demand(attest.balance() == amount, CASH_NOT_BACKED));
    }

    /** What is here now belongs to the open day; what was here when the day before it ended was kept. Of others nobody knows any more. */
    private static Optional<Long> outstandingOn(int day, Asset currency, Circumstances circumstances) {
        return day == circumstances.day()
                ? Optional.of(currency.outstandingUnits())
                : circumstances
                        .view()
                        .cashClose(currency.code())
                        .filter(close -> close.day() == day)
                        .map(CashClose::outstanding);
    }
}
