package org.khazana.ledger.statetree;

/** These bytes are no page. Pages are read from our own disk, so for a node this is a fault, not an input. */
public final class MalformedPage extends RuntimeException {
    MalformedPage(String sentence) {
        super(sentence);
    }
}
