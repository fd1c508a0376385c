package org.khazana.api.client;

import java.net.ConnectException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What went wrong while one call was tried on several nodes, sometimes several times. Used by one thread.
 */
final class Failures {
    private static final int FAILURES_MAX = 64;

    private final Deque<RuntimeException> failures = new ArrayDeque<>();

    void add(RuntimeException failure) {
        if (failures.size() == FAILURES_MAX) {
            // The first one stays: it may be the one that went through.
            failures.removeLast();
        }
        failures.addLast(failure);
    }

    /** The newest answer of a node, since it tells more than silence; or the newest failure when no node answered. */
    RuntimeException ofReading() {
        return failures.reversed().stream()
                .filter(ProblemResponse.class::isInstance)
                .findFirst()
                .orElseGet(failures::getLast);
    }

    /**
     * As {@link #ofReading}, unless one of the attempts may have gone through: then a later "nothing was taken" says
     * nothing about the earlier one, and the outcome is not known.
     */
    RuntimeException ofSubmission() {
        return failures.stream()
                .filter(Failures::mayHaveGoneThrough)
                .findFirst()
                .<RuntimeException>map(unknown -> new NoAnswer(
                        "whether the transaction is committed is not known; sending the same bytes again is safe ("
                                + unknown.getMessage() + ")",
                        unknown))
                .orElseGet(this::ofReading);
    }

    private static boolean mayHaveGoneThrough(RuntimeException failure) {
        return failure instanceof ProblemResponse problem
                ? problem.status() == 504
                : !(failure.getCause() instanceof ConnectException);
    }
}
