package org.khazana.ledger.transaction;

import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.operation.Operation;

/**
 * What the signers sign, decoded.
 *
 * @param sender the party that asks; one of the signers
 * @param notBeforeMillis not valid in a block of an earlier time
 * @param notAfterMillis not valid in a block of a later time
 */
public record TransactionBody(
        ChainId chainId,
        RequestId requestId,
        PartyId sender,
        long notBeforeMillis,
        long notAfterMillis,
        Operation operation) {}
