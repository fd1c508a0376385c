package org.khazana.api.json;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a transaction.
 *
 * @param state {@code pending}, {@code executed}, or {@code certified}: enough validators have signed what came of it
 * @param receipt unless pending
 */
public record TransactionJson(
        String transactionId, String state, @Nullable ReceiptJson receipt) {
    public static final String EXECUTED = "executed";
    public static final String CERTIFIED = "certified";
    public static final String PENDING = "pending";

    public static TransactionJson executed(ReceiptJson receipt) {
        return new TransactionJson(receipt.transactionId(), EXECUTED, receipt);
    }

    public static TransactionJson certified(ReceiptJson receipt) {
        return new TransactionJson(receipt.transactionId(), CERTIFIED, receipt);
    }

    public static TransactionJson pending(String transactionId) {
        return new TransactionJson(transactionId, PENDING, null);
    }
}
