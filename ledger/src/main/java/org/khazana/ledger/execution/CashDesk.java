package org.khazana.ledger.execution;

import java.util.Optional;
import org.khazana.ledger.operation.AttestCashBacking;
import org.khazana.ledger.operation.CashOperation;
import org.khazana.ledger.operation.ConfirmCashWithdrawal;
import org.khazana.ledger.operation.RecordCashDeposit;
import org.khazana.ledger.operation.RejectCashWithdrawal;
import org.khazana.ledger.operation.RequestCashWithdrawal;
import org.khazana.ledger.rules.DepositRules;
import org.khazana.ledger.rules.WithdrawalRules;
import org.khazana.ledger.state.CashAttestation;
import org.khazana.ledger.state.CashWithdrawal;
import org.khazana.ledger.state.Encumbrance;
import org.khazana.ledger.state.Payment;
import org.khazana.ledger.state.RtgsKey;
import org.khazana.ledger.state.SettlementTables;
import org.khazana.ledger.state.Tables;

/** Carries out what changes how much money there is, or says what stands behind it. */
final class CashDesk {
    private CashDesk() {}

    static void perform(CashOperation operation, Performance performance) {
        switch (operation) {
            case RecordCashDeposit deposit -> deposit(deposit, performance);
            case RequestCashWithdrawal request -> request(request, performance);
            case ConfirmCashWithdrawal confirm -> confirm(confirm, performance);
            case RejectCashWithdrawal reject -> reject(reject, performance);
            case AttestCashBacking attest -> attest(attest, performance);
        }
    }

    private static void deposit(RecordCashDeposit deposit, Performance performance) {
        DepositRules.judge(deposit, performance.circumstances(), performance.findings());
        if (performance.findings().areNone()) {
            performance
                    .ledger()
                    .apply(Tables.PAYMENTS.put(new Payment(
                            new RtgsKey(deposit.currency(), deposit.rtgsReference()),
                            deposit.account(),
                            deposit.amount())));
            performance.postings().create(deposit.account(), deposit.currency(), deposit.amount());
        }
    }

    private static void request(RequestCashWithdrawal request, Performance performance) {
        WithdrawalRules.judge(request, performance.circumstances(), performance.findings());
        if (performance.findings().areNone()) {
            CashWithdrawal withdrawal = new CashWithdrawal(
                    request.withdrawal(),
                    request.account(),
                    request.currency(),
                    request.amount(),
                    request.isConvertible(),
                    CashWithdrawal.Status.WAITING,
                    Optional.empty());
            performance.ledger().apply(SettlementTables.CASH_WITHDRAWALS.put(withdrawal));
            performance
                    .postings()
                    .encumber(new Encumbrance(
                            withdrawal.encumbrance(),
                            request.account(),
                            request.currency(),
                            request.amount(),
                            performance
                                    .ledger()
                                    .account(request.account())
                                    .orElseThrow()
                                    .owner(),
                            "",
                            Optional.empty()));
        }
    }

    private static void confirm(ConfirmCashWithdrawal confirm, Performance performance) {
        WithdrawalRules.judge(confirm, performance.circumstances(), performance.findings());
        if (performance.findings().areNone()) {
            CashWithdrawal withdrawal = withdrawal(confirm.withdrawal(), performance);
            performance.postings().release(withdrawal.encumbrance());
            WithdrawalRules.leaving(withdrawal, performance.circumstances(), performance.findings());
            if (performance.findings().areNone()) {
                pay(withdrawal, confirm.rtgsReference(), performance);
            }
        }
    }

    private static void pay(CashWithdrawal withdrawal, String reference, Performance performance) {
        performance.ledger().apply(SettlementTables.CASH_WITHDRAWALS.put(withdrawal.paid(reference)));
        performance
                .ledger()
                .apply(Tables.PAYMENTS.put(new Payment(
                        new RtgsKey(withdrawal.currency(), reference),
                        withdrawal.account(),
                        Math.negateExact(withdrawal.amount()))));
        performance.postings().destroy(withdrawal.account(), withdrawal.currency(), withdrawal.amount());
    }

    private static CashWithdrawal withdrawal(long number, Performance performance) {
        return performance.ledger().cashWithdrawal(number).orElseThrow();
    }

    /** An order may have taken the money meanwhile. */
    private static void reject(RejectCashWithdrawal reject, Performance performance) {
        WithdrawalRules.judge(reject, performance.circumstances(), performance.findings());
        if (performance.findings().areNone()) {
            CashWithdrawal withdrawal = withdrawal(reject.withdrawal(), performance);
            if (performance.ledger().encumbrance(withdrawal.encumbrance()).isPresent()) {
                performance.postings().release(withdrawal.encumbrance());
            }
            performance.ledger().apply(SettlementTables.CASH_WITHDRAWALS.put(withdrawal.rejected()));
        }
    }

    private static void attest(AttestCashBacking attest, Performance performance) {
        WithdrawalRules.judge(attest, performance.circumstances(), performance.findings());
        if (performance.findings().areNone()) {
            performance
                    .ledger()
                    .apply(SettlementTables.CASH_ATTESTATIONS.put(new CashAttestation(
                            attest.currency(),
                            attest.balance(),
                            attest.asOfDate(),
                            performance.circumstances().signers().sender(),
                            performance.circumstances().blockTimeMillis())));
        }
    }
}
