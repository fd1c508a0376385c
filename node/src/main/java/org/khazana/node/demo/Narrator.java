package org.khazana.node.demo;

import java.io.PrintWriter;
import java.util.Locale;

/** Tells the story line by line, each with the seconds since it began. */
final class Narrator {
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final int MILLIS_PER_SECOND = 1_000;
    private static final int MILLIS_PER_TENTH = 100;

    private final PrintWriter out;
    private final long startedAtNanos = System.nanoTime();

    Narrator(PrintWriter out) {
        this.out = out;
    }

    /** Opens a new part of the story. */
    void chapter(String title) {
        out.println();
        out.println(title);
        out.flush();
    }

    /** One sentence that has come true now. */
    void say(String sentence) {
        long millis = elapsedMillis(startedAtNanos);
        out.println(String.format(
                Locale.ROOT,
                "%4d.%d s  %s",
                millis / MILLIS_PER_SECOND,
                millis % MILLIS_PER_SECOND / MILLIS_PER_TENTH,
                sentence));
        out.flush();
    }

    /** A sentence that has come true by this transaction. */
    void done(Acknowledged transaction, String sentence) {
        say(sentence);
        stands(transaction, "");
    }

    /** An attempt, and why the ledger has refused it. */
    void refused(Refused attempt, String sentence) {
        say(sentence);
        show("refused, " + attempt.reason());
        stands(attempt.committed(), "; nothing has changed");
    }

    private void stands(Acknowledged transaction, String more) {
        show("transaction " + Figures.shortHash(transaction.id()) + " in block "
                + transaction.receipt().height() + more);
    }

    /** More about the sentence before, or a line of a table. */
    void show(String line) {
        out.println("          " + line);
        out.flush();
    }

    /** Whole milliseconds since a {@code System.nanoTime()}. */
    static long elapsedMillis(long sinceNanos) {
        return (System.nanoTime() - sinceNanos) / NANOS_PER_MILLI;
    }
}
