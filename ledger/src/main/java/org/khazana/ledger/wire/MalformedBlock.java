package org.khazana.ledger.wire;

/** These bytes are no block; the message says why. */
public final class MalformedBlock extends Exception {
    MalformedBlock(String sentence) {
        super(sentence);
    }
}
