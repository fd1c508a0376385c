package org.khazana.ledger;

import java.util.Locale;

/** States what must be true whatever the input; where it is not, we have a bug, and going on could lose money. */
public final class Invariant {
    private Invariant() {}

    /**
     * Does nothing if {@code holds}.
     *
     * @param sentence what is wrong, with {@code %s} for each of {@code details}
     * @throws IllegalStateException if not; nobody but the last handler of the process may catch it
     */
    @SuppressWarnings("AnnotateFormatMethod") // the annotation would be a library for one method
    public static void check(boolean holds, String sentence, Object... details) {
        if (!holds) {
            throw new IllegalStateException("invariant broken: " + String.format(Locale.ROOT, sentence, details));
        }
    }
}
