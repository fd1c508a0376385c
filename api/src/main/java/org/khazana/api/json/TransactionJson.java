package org.khazana.api.json;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a transaction.
 *
 * @param state {@code executed} or {@code pending}
 * @param receipt only when executed
 */
public record TransactionJson(
        String transactionId, String state, @Nullable ReceiptJson receipt) {
    public static final String EXECUTED = "executed";
    public static final String PENDING = "pending";

    public static TransactionJson executed(ReceiptJson receipt) {
        return new TransactionJson(receipt.transactionId(), EXECUTED, receipt);
    }

    public static TransactionJson pending(String transactionId) {
        return new TransactionJson(transactionId, PENDING, null);
    }
}
