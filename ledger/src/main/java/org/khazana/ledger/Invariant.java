package org.khazana.ledger;

import java.util.Locale;

/** States what must be true whatever the input; where it is not, we have a bug, and going on could lose money. */
public final class Invariant {
    private Invariant() {}

    /**
     * Does nothing if {@code holds}.
     *
     * @param sentence what is wrong, with {@code %s} for each of {@code details}; begins with {@code I8: } if {@code docs/invariants.md}
     *     lists what is broken as I8
     * @throws InvariantBroken if not
     */
    @SuppressWarnings("AnnotateFormatMethod") // the annotation would be a library for one method
    public static void check(boolean holds, String sentence, Object... details) {
        if (!holds) {
            throw new InvariantBroken(String.format(Locale.ROOT, sentence, details));
        }
    }
}
