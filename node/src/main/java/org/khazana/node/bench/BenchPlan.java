package org.khazana.node.bench;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.LongFunction;
import org.khazana.node.bench.drive.ClosedLoop;
import org.khazana.node.bench.drive.OpenLoop;
import org.khazana.node.bench.drive.Pace;

/**
 * What is to be measured.
 *
 * @param validators 1, 3, 4 or 5 processes
 * @param endowment what the accounts, between which tokens are moved, have at the beginning
 * @param concurrency requests under way at the same time: in a closed loop always, in an open one at the most; 1 to 2,048
 * @param perSecond requests meant to begin in each second, at most 1,000,000; none for a closed loop
 * @param isToLeader whether all is sent to the validator that leads at first, or evenly to all
 * @param readPercent how many of all requests are reads, 0 to 100; only of {@link Workload#MIXED}
 * @param batchSize transfers in each transaction of {@link Workload#BATCH}, 1 to 1,000
 * @param isCertified whether every transaction is waited for until it is certified, or only every sixteenth
 * @param warmUpSeconds under load before anything is measured, 0 to 600
 * @param seconds measured, 1 to 900
 * @param javaFlags further flags for the Java of the validators
 */
public record BenchPlan(
        int validators,
        Workload workload,
        Endowment endowment,
        int concurrency,
        OptionalInt perSecond,
        boolean isToLeader,
        int readPercent,
        int batchSize,
        boolean isCertified,
        int warmUpSeconds,
        int seconds,
        List<String> javaFlags) {
    public static final List<Integer> VALIDATORS = List.of(1, 3, 4, 5);
    public static final int CONCURRENCY_MAX = 2_048;
    public static final int PER_SECOND_MAX = 100_000;
    public static final int PERCENT = 100;
    /** From so many seconds on a run is told minute by minute, and signed while it goes on. */
    public static final int LONG_SECONDS = 120;
    /** Transfers that are signed ahead of their time then: ten seconds of 2,000 a second. */
    static final int AHEAD = 20_000;
    /** Pauses for signing come so often while warming up. */
    static final int WARM_UP_SLICE_SECONDS = 5;
    /** Transfers that are signed beforehand for one stretch of time; half a kilobyte of memory each, less in batches. */
    public static final int PREPARED_MAX = 5_000_000;

    public static final int WARM_UP_SECONDS_MAX = 600;
    public static final int SECONDS_MAX = 900;
    /** With fewer, nobody leads when the leader is gone. */
    public static final int VALIDATORS_TO_LOSE_ONE = 3;

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    public BenchPlan {
        javaFlags = List.copyOf(javaFlags);
    }

    /** How many transfers a transaction makes. */
    int transfersEach() {
        return workload == Workload.BATCH ? batchSize : 1;
    }

    /** How many requests may be signed beforehand. */
    public int preparedMax() {
        return PREPARED_MAX / transfersEach();
    }

    /** Whether it is told minute by minute. */
    boolean isLong() {
        return seconds >= LONG_SECONDS;
    }

    /** Whether what is measured is signed meanwhile; a leader is killed under a load that takes nothing else. */
    public boolean isSignedAhead() {
        return isLong() && workload != Workload.LEADER_KILL;
    }

    /** For how many seconds, at most, requests are signed at once. */
    public int secondsSignedAtOnce() {
        return isSignedAhead() ? WARM_UP_SLICE_SECONDS : Math.max(warmUpSeconds, seconds);
    }

    /** The same with another workload. */
    public BenchPlan of(Workload other) {
        return new BenchPlan(
                validators,
                other,
                endowment,
                concurrency,
                perSecond,
                isToLeader,
                readPercent,
                batchSize,
                isCertified,
                warmUpSeconds,
                seconds,
                javaFlags);
    }

    /** The pace that is asked for, for so many seconds. */
    LongFunction<Pace> pace(int windowSeconds) {
        long windowNanos = windowSeconds * NANOS_PER_SECOND;
        return startNanos -> perSecond.isPresent()
                ? new OpenLoop(startNanos, windowNanos, perSecond.getAsInt(), concurrency)
                : new ClosedLoop(startNanos, windowNanos, concurrency);
    }

    /** In words, such as {@code closed loop of 256}. */
    String paceText() {
        return perSecond.isPresent()
                ? "open loop of " + perSecond.getAsInt() + " requests/s, at most " + concurrency + " under way"
                : "closed loop of " + concurrency;
    }
}
