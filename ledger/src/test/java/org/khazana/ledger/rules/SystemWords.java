package org.khazana.ledger.rules;

import org.khazana.ledger.authority.Parameter;
import org.khazana.ledger.operation.ActivateProtocol;
import org.khazana.ledger.operation.HaltSystem;
import org.khazana.ledger.operation.Operation;
import org.khazana.ledger.operation.ResumeSystem;
import org.khazana.ledger.operation.SetParameter;

/**
 * The system as a whole in the words of a rule table: {@code halt for_a_reason}, {@code resume}, {@code parameter MOTION_HOURS 24},
 * {@code protocol 2 at 500}.
 */
final class SystemWords {
    private SystemWords() {}

    static Operation read(String[] words) {
        return switch (words[0]) {
            case "halt" -> new HaltSystem(words[1].replace("_", " "));
            case "resume" -> new ResumeSystem();
            case "parameter" -> new SetParameter(Parameter.valueOf(words[1]), Long.parseLong(words[2]));
            case "protocol" -> new ActivateProtocol(Integer.parseInt(words[1]), Long.parseLong(words[3]));
            default -> throw new IllegalArgumentException(words[0]);
        };
    }
}
