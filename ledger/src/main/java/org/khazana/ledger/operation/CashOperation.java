package org.khazana.ledger.operation;

/** Changes how much money there is. */
public sealed interface CashOperation extends Operation permits RecordCashDeposit {}
