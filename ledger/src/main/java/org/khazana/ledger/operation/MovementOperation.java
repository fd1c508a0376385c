package org.khazana.ledger.operation;

/** Changes who holds what there is. */
public sealed interface MovementOperation extends Operation
        permits TransferTokens, SettleNow, TransferCash, TransferBatch {}
