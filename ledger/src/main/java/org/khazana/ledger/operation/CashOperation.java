package org.khazana.ledger.operation;

/** Changes how much money there is, or says what stands behind it. */
public sealed interface CashOperation extends Operation
        permits RecordCashDeposit,
                RequestCashWithdrawal,
                ConfirmCashWithdrawal,
                RejectCashWithdrawal,
                AttestCashBacking {}
