package org.khazana.ledger.execution;

import java.util.Optional;
import org.khazana.ledger.refusal.RefusalCode;
import org.khazana.ledger.state.LedgerOverlay;
import org.khazana.ledger.state.RequestKey;
import org.khazana.ledger.state.RequestRecord;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.transaction.Transaction;
import org.khazana.ledger.transaction.TransactionBody;

/**
 * Remembers which requests were decided, so that each is decided once. A record is kept until the transaction could not
 * be valid any more, hence memory is bounded by what is sent in 24 hours.
 */
final class RequestMemory {
    /** At least as many as one block can record, so that the memory cannot grow for ever. */
    static final int FORGOTTEN_PER_BLOCK_MAX = 16_384;

    private RequestMemory() {}

    /** Drops records of transactions that can never be valid again; what is left over waits for the next block. */
    static void forgetExpired(LedgerOverlay ledger, long blockTimeMillis) {
        for (RequestRecord expired : ledger.requestsExpiredBefore(blockTimeMillis, FORGOTTEN_PER_BLOCK_MAX)) {
            ledger.apply(Tables.REQUESTS.removal(RequestKey.of(expired)));
        }
    }

    /**
     * Records a request that was never decided before; for others, says what they are.
     *
     * @param transaction whose sender is established
     */
    static Optional<RefusalCode> record(LedgerOverlay ledger, Transaction transaction, long blockTimeMillis) {
        TransactionBody body = transaction.body();
        Optional<RequestRecord> earlier = ledger.request(body.sender(), body.requestId());
        if (earlier.isEmpty() || earlier.get().notAfterMillis() < blockTimeMillis) {
            earlier.ifPresent(expired -> ledger.apply(Tables.REQUESTS.removal(RequestKey.of(expired))));
            ledger.apply(Tables.REQUESTS.put(
                    new RequestRecord(body.sender(), body.requestId(), transaction.id(), body.notAfterMillis())));
            return Optional.empty();
        }
        if (earlier.get().transactionId().equals(transaction.id())) {
            return Optional.of(RefusalCode.DUPLICATE);
        }
        keepAtLeastUntil(body.notAfterMillis(), earlier.get(), ledger);
        return Optional.of(RefusalCode.REQUEST_ID_REUSED);
    }

    /** Or else the refused transaction could be sent once more, and succeed, after the earlier one was forgotten. */
    private static void keepAtLeastUntil(long notAfterMillis, RequestRecord record, LedgerOverlay ledger) {
        if (notAfterMillis > record.notAfterMillis()) {
            ledger.apply(Tables.REQUESTS.removal(RequestKey.of(record)));
            ledger.apply(Tables.REQUESTS.put(
                    new RequestRecord(record.sender(), record.requestId(), record.transactionId(), notAfterMillis)));
        }
    }
}
