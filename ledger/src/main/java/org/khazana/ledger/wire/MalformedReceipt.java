package org.khazana.ledger.wire;

/** These bytes are no receipt. Receipts are read from our own disk, so for a node this is a fault, not an input. */
public final class MalformedReceipt extends RuntimeException {
    MalformedReceipt(String sentence) {
        super(sentence);
    }
}
