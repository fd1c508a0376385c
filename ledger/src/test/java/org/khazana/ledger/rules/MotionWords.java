package org.khazana.ledger.rules;

import java.util.function.Function;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.execution.TestNetwork;
import org.khazana.ledger.operation.Operation;
import org.khazana.ledger.operation.OpposeMotion;
import org.khazana.ledger.operation.RaiseMotion;
import org.khazana.ledger.operation.SupportMotion;

/**
 * Motions in the words of a rule table: {@code raise 24 hours to issue 10 BILL 3001}, {@code support 1}, {@code oppose 1}. They
 * are numbered as they are raised; {@code support none} is about one that nobody has raised.
 */
final class MotionWords {
    private static final long HOUR_MILLIS = 3_600_000;

    private MotionWords() {}

    static Operation read(String what, TestNetwork network, Function<String, Operation> operations) {
        String[] words = what.split(" +", -1);
        return switch (words[0]) {
            case "raise" ->
                new RaiseMotion(
                        network.nowMillis() + Long.parseLong(words[1]) * HOUR_MILLIS,
                        operations.apply(what.substring(what.indexOf(" to ") + " to ".length())));
            case "support" -> new SupportMotion(motion(words[1], network));
            case "oppose" -> new OpposeMotion(motion(words[1], network));
            default -> throw new IllegalArgumentException(what);
        };
    }

    private static Hash motion(String word, TestNetwork network) {
        return word.equals("none")
                ? Hash.of(new byte[Hash.BYTES])
                : network.raised(Integer.parseInt(word)).hash();
    }
}
