package org.khazana.ledger.state;

import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.transaction.RequestId;
import org.khazana.ledger.transaction.TransactionId;

/**
 * Remembers that a request was decided, until it expires: sending it again returns the same receipt.
 *
 * @param notAfterMillis when it may be forgotten, since from then on it is refused as expired
 */
public record RequestRecord(PartyId sender, RequestId requestId, TransactionId transactionId, long notAfterMillis) {}
