package org.khazana.ledger.finality;

/** What a validator does about a head that it has come to by itself. */
public enum SigningDecision {
    /** Make {@link SigningRecord#of} the head durable, then sign, then send. */
    SIGN,
    /** It was signed before: sign the same bytes again, which gives the same signature, and send it. */
    SEND_AGAIN,
    /** Nothing: it lies before what was signed, or nobody here knows yet whether it continues what was signed. */
    KEEP_SILENT,
    /** What was signed is not of this history: end the process, and say so. */
    STOP
}
