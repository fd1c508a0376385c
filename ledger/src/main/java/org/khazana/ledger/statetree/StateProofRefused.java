package org.khazana.ledger.statetree;

/** These bytes are no proof of a state, or prove nothing about that path and that root; the message says why. */
public final class StateProofRefused extends Exception {
    StateProofRefused(String sentence) {
        super(sentence);
    }
}
