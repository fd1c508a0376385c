package org.khazana.ledger.wire;

import org.khazana.ledger.refusal.RefusalCode;

/** These bytes are no transaction for this ledger; the message says why, for the client. */
public final class MalformedTransaction extends Exception {
    private final RefusalCode code;

    MalformedTransaction(RefusalCode code, String sentence) {
        super(sentence);
        this.code = code;
    }

    /** {@code MALFORMED}, {@code OPERATION_UNKNOWN}, {@code CHAIN_WRONG} or {@code BOUND_EXCEEDED}. */
    public RefusalCode code() {
        return code;
    }
}
