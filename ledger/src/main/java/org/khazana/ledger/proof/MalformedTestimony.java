package org.khazana.ledger.proof;

/** Bytes that are not a testimony in its one form. */
public final class MalformedTestimony extends Exception {
    MalformedTestimony(String message) {
        super(message);
    }

    MalformedTestimony(String message, Throwable cause) {
        super(message, cause);
    }
}
