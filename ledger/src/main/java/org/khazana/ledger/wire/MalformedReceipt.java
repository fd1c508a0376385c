package org.khazana.ledger.wire;

/**
 * These bytes are no receipt. A node reads receipts from its own disk, so for it this is a fault, not an input; whoever reads
 * what others hand out, such as a proof, catches it.
 */
public final class MalformedReceipt extends RuntimeException {
    MalformedReceipt(String sentence) {
        super(sentence);
    }
}
