package org.khazana.ledger.rules;

import org.khazana.ledger.operation.Operation;
import org.khazana.ledger.operation.RecountAsset;

/** Work that is done in steps, in the words of a rule table: {@code recount BILL after 0 take 10}. */
final class WorkWords {
    private WorkWords() {}

    static Operation read(String[] words) {
        long cursor = Attempt.number(words[3]);
        int records = Integer.parseInt(words[5]);
        return switch (words[0]) {
            case "recount" -> new RecountAsset(Attempt.asset(words[1]), cursor, records);
            default -> throw new IllegalArgumentException(words[0]);
        };
    }
}
