package org.khazana.ledger.transaction;

import java.util.List;

/**
 * A well-formed transaction: the body as signed, and the signatures, not yet verified.
 *
 * @param id hash of {@code signingBytes}
 * @param signingBytes what each signature is over; shared, not to be written to
 */
@SuppressWarnings("ArrayRecordComponent") // compared by id only, and the bytes are too large to copy for each signature
public record Transaction(
        TransactionId id, byte[] signingBytes, TransactionBody body, List<TransactionSignature> signatures) {
    public Transaction {
        signatures = List.copyOf(signatures);
    }
}
