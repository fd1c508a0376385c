package org.khazana.consensus;

import java.util.Locale;

/** What must hold whatever the world does. A violation is a bug of ours, and the process must not go on. */
public final class Invariant {
    private Invariant() {}

    /**
     * Stops the caller when {@code holds} is false.
     *
     * @param sentence what went wrong, with {@code %s} for each detail
     * @throws IllegalStateException with that sentence, when {@code holds} is false
     */
    @SuppressWarnings("AnnotateFormatMethod") // its annotation would be a dependency for compile time only
    public static void check(boolean holds, String sentence, Object... details) {
        if (!holds) {
            throw new IllegalStateException(String.format(Locale.ROOT, sentence, details));
        }
    }
}
