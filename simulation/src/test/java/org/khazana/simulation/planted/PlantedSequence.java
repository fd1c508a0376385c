package org.khazana.simulation.planted;

import java.util.function.LongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.khazana.ledger.rules.RandomSequence;

/** Plays one random sequence of the ledger's with the classes it was loaded with; speaks only in types that all class loaders share. */
public final class PlantedSequence implements LongFunction<String> {
    private static final Pattern INVARIANT = Pattern.compile("invariant broken: (I[0-9]+): ");
    private static final Pattern CHECK = Pattern.compile("^\\[([A-Z]+)\\b");

    /**
     * The number of the invariant that is broken, or the check that fails, a space and the message; {@code PROTEST} where the posting
     * engine or whatever else cannot go on. Empty when all went well.
     */
    @Override
    public String apply(long seed) {
        try {
            RandomSequence.play(seed);
            return "";
        } catch (RuntimeException | AssertionError failure) {
            String message = String.valueOf(failure.getMessage());
            return word(message) + " " + message;
        }
    }

    private static String word(String message) {
        Matcher invariant = INVARIANT.matcher(message);
        Matcher check = CHECK.matcher(message);
        if (invariant.find()) {
            return invariant.group(1);
        }
        return check.find() ? check.group(1) : "PROTEST";
    }
}
