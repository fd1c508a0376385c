package org.khazana.ledger.execution;

import org.khazana.ledger.operation.CashOperation;
import org.khazana.ledger.operation.RecordCashDeposit;
import org.khazana.ledger.rules.DepositRules;
import org.khazana.ledger.state.RtgsKey;
import org.khazana.ledger.state.Tables;

/** Carries out what changes how much money there is. */
final class CashDesk {
    private CashDesk() {}

    static void perform(CashOperation operation, Performance performance) {
        switch (operation) {
            case RecordCashDeposit deposit -> deposit(deposit, performance);
        }
    }

    private static void deposit(RecordCashDeposit deposit, Performance performance) {
        DepositRules.judge(deposit, performance.circumstances(), performance.findings());
        if (performance.findings().areNone()) {
            performance
                    .ledger()
                    .apply(Tables.RTGS_REFERENCES.put(new RtgsKey(deposit.currency(), deposit.rtgsReference())));
            performance.postings().create(deposit.account(), deposit.currency(), deposit.amount());
        }
    }
}
