package org.khazana.node.audit;

/** The audit ends here: something does not fit. Its message is a sentence for people, without a full stop. */
public final class AuditDoubted extends Exception {
    private final AuditDoubt doubt;

    AuditDoubted(AuditDoubt doubt, String sentence) {
        super(sentence);
        this.doubt = doubt;
    }

    public AuditDoubt doubt() {
        return doubt;
    }

    static void require(boolean holds, AuditDoubt doubt, String sentence) throws AuditDoubted {
        if (!holds) {
            throw new AuditDoubted(doubt, sentence);
        }
    }
}
