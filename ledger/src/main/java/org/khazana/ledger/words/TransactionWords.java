package org.khazana.ledger.words;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.khazana.ledger.transaction.TransactionBody;

/**
 * Says what a transaction asks for in the words of the people who sign it. Speaks of nothing but the decoded body, and
 * of all of it: what is not said here must not be in a body.
 */
public final class TransactionWords {
    private TransactionWords() {}

    /** One line for each thing that the signer should know. */
    public static List<String> of(TransactionBody body) {
        List<String> lines = new ArrayList<>();
        lines.add("Party " + body.sender() + " asks:");
        FormWords.of((Record) body.operation()).forEach(line -> lines.add("  " + line));
        lines.add("valid " + validity(body));
        lines.add("network " + body.chainId());
        lines.add("request " + body.requestId());
        return lines;
    }

    private static String validity(TransactionBody body) {
        String until = "until " + instant(body.notAfterMillis());
        return body.notBeforeMillis() == 0 ? until : "from " + instant(body.notBeforeMillis()) + " " + until;
    }

    private static String instant(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }
}
