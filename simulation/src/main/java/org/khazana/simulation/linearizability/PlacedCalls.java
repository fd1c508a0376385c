package org.khazana.simulation.linearizability;

import java.util.BitSet;

/**
 * Which calls have a place in the order, by number: first the answered ones by the time they were asked, then those
 * without an answer.
 */
final class PlacedCalls {

    /**
     * The same set in little space: in a long history nearly all answered calls below some number are placed.
     *
     * @param firstOpen number of the first answered call without a place
     * @param beyond answered calls with a place, counted from {@code firstOpen}
     * @param unanswered calls with a place that never got an answer
     */
    record Summary(int firstOpen, BitSet beyond, BitSet unanswered) {}

    private final int answeredCount;
    private final BitSet answered = new BitSet();
    private final BitSet unanswered = new BitSet();

    PlacedCalls(int answeredCount) {
        this.answeredCount = answeredCount;
    }

    void add(int call) {
        if (call < answeredCount) {
            answered.set(call);
        } else {
            unanswered.set(call - answeredCount);
        }
    }

    void remove(int call) {
        if (call < answeredCount) {
            answered.clear(call);
        } else {
            unanswered.clear(call - answeredCount);
        }
    }

    boolean holdsAllAnswered() {
        return answered.nextClearBit(0) >= answeredCount;
    }

    /** The first call at or after number {@code from} that has no place, within the answered or within the others. */
    int nextOpen(int from) {
        return from < answeredCount
                ? answered.nextClearBit(from)
                : answeredCount + unanswered.nextClearBit(from - answeredCount);
    }

    Summary summary() {
        int firstOpen = answered.nextClearBit(0);
        BitSet beyond = answered.get(firstOpen, Math.max(firstOpen, answered.length()));
        return new Summary(firstOpen, beyond, (BitSet) unanswered.clone());
    }
}
