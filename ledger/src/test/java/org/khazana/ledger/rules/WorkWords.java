package org.khazana.ledger.rules;

import org.khazana.ledger.operation.Operation;
import org.khazana.ledger.operation.RecountAsset;
import org.khazana.ledger.operation.RunDueWork;
import org.khazana.ledger.time.DueKind;

/** Work that is done in steps, in the words of a rule table: {@code recount BILL after 0 take 10}, {@code run
 * SETTLE_INSTRUCTIONS after 0 take 10}. */
final class WorkWords {
    private WorkWords() {}

    static Operation read(String[] words) {
        long cursor = Attempt.number(words[3]);
        int records = Integer.parseInt(words[5]);
        return switch (words[0]) {
            case "run" -> new RunDueWork(DueKind.valueOf(words[1]), cursor, records);
            case "recount" -> new RecountAsset(Attempt.asset(words[1]), cursor, records);
            default -> throw new IllegalArgumentException(words[0]);
        };
    }
}
