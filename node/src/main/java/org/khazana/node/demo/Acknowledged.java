package org.khazana.node.demo;

import org.khazana.api.json.ReceiptJson;

/**
 * A transaction for which a validator has given a receipt: from here on it must never be lost.
 *
 * @param what it did, for people
 * @param envelope the exact bytes that were sent; not to be written to
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Acknowledged(String what, byte[] envelope, ReceiptJson receipt) {
    String id() {
        return receipt.transactionId();
    }
}
