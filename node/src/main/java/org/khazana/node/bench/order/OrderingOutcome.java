package org.khazana.node.bench.order;

import org.khazana.node.bench.drive.Percentiles;

/**
 * What ordering alone came to.
 *
 * @param proposalsPerSecond applied at the leader, so held durably by a majority
 * @param proposalsEach in an entry, in the mean
 * @param micros from when a caller proposed until its proposal was applied at the leader
 */
public record OrderingOutcome(
        int members,
        int concurrency,
        int proposalBytes,
        int seconds,
        double proposalsPerSecond,
        double entriesPerSecond,
        double proposalsEach,
        Percentiles micros) {}
