package org.khazana.api.client;

import java.util.Optional;
import org.khazana.api.json.ProblemJson;
import org.khazana.api.json.ReceiptJson;

/** A node answered with a problem; the message is one sentence for people. */
public final class ProblemResponse extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ProblemJson document;

    ProblemResponse(ProblemJson document) {
        super(sentence(document));
        this.document = document;
    }

    private static String sentence(ProblemJson document) {
        String code = document.code() == null ? "" : document.code() + " ";
        return "%s%s: %s (%s)".formatted(code, document.name(), document.title(), document.detail());
    }

    /** The problem as the node told it. */
    public ProblemJson document() {
        return document;
    }

    /** HTTP status. */
    public int status() {
        return document.status();
    }

    /** The ledger's stable number; empty when it was not the ledger that refused. */
    public Optional<Integer> code() {
        return Optional.ofNullable(document.code());
    }

    /** The receipt, when the refusal is committed. */
    public Optional<ReceiptJson> receipt() {
        return Optional.ofNullable(document.receipt());
    }

    /** Whether another node, or the same one later, may answer otherwise to the same bytes. */
    boolean isWorthRetrying() {
        return status() == 503 || status() == 504;
    }
}
