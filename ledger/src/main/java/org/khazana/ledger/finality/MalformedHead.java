package org.khazana.ledger.finality;

/** These bytes are no head, signed head, certificate, proposal, vote or evidence, whichever was asked for; the message says why. */
public final class MalformedHead extends Exception {
    private static final long serialVersionUID = 1;

    MalformedHead(String sentence) {
        super(sentence);
    }
}
