package org.khazana.api.port;

import org.khazana.ledger.receipt.Receipt;

/** What this node knows of a transaction. */
public sealed interface TransactionStatus {

    /** In the chain and executed here. */
    record Executed(Receipt receipt) implements TransactionStatus {}

    /** Handed over by this node and not executed yet. */
    record Pending() implements TransactionStatus {}

    /** Never seen here, or not yet. */
    record NotKnown() implements TransactionStatus {}
}
