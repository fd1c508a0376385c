package org.khazana.node.bench.drive;

import java.util.OptionalLong;

/**
 * How latency took something that happened midway. It is back with the first whole second of which transactions, by when
 * they were meant to begin, took at most {@link #TIMES} as long as before, 99 percent of them. What was never acknowledged
 * is not in it, and in a closed loop fewer are meant to begin while nobody answers: so it says something only of an open
 * loop that was answered.
 *
 * @param p99BeforeMicros of transactions that were acknowledged before it happened
 * @param backAfterNanos from when it happened until that second begins; empty if there was none
 */
public record Recovery(long p99BeforeMicros, OptionalLong backAfterNanos) {
    /** Times the percentile before. */
    static final long TIMES = 2;
}
