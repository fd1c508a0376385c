package org.khazana.simulation.world;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/** Plays many seeds, on all processors: runs share nothing. What is reported does not depend on who was faster. */
public final class SeedSweep {
    /**
     * What the runs of consecutive seeds came to.
     *
     * @param ledgers runs with a whole ledger on top in which something was carried out
     * @param effects transactions carried out in those
     * @param reached how often something rare happened
     * @param milliseconds of real time
     */
    public record Summary(
            long seeds,
            long steps,
            long committed,
            long acknowledged,
            long ledgers,
            long effects,
            Reached reached,
            long milliseconds) {
        public double seedsPerSecond() {
            return 1000.0 * seeds / Math.max(1, milliseconds);
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%d steps, %d entries committed, %d proposals acknowledged, %d ledgers with %d transactions carried out;"
                            + " %s; %.1f s, %.1f seeds/s",
                    steps,
                    committed,
                    acknowledged,
                    ledgers,
                    effects,
                    reached,
                    milliseconds / 1000.0,
                    seedsPerSecond());
        }
    }

    private record Outcome(
            long runs,
            long steps,
            long committed,
            long acknowledged,
            long ledgers,
            long effects,
            Reached reached,
            Optional<RunFailure> failure) {
        static final Outcome NONE = new Outcome(0, 0, 0, 0, 0, 0, Reached.NOTHING, Optional.empty());

        /** Of two failures the one with the lower seed, since that is the left one. */
        Outcome plus(Outcome right) {
            return new Outcome(
                    runs + right.runs,
                    steps + right.steps,
                    committed + right.committed,
                    acknowledged + right.acknowledged,
                    ledgers + right.ledgers,
                    effects + right.effects,
                    reached.plus(right.reached),
                    failure.or(right::failure));
        }
    }

    private SeedSweep() {}

    /**
     * Plays these seeds.
     *
     * @param run plays one seed
     * @throws RunFailure of the lowest seed that fails
     */
    public static Summary play(SeedRange seeds, LongFunction<SeededRun.Report> run) {
        long startedAtNanos = System.nanoTime();
        AtomicLong lowestFailing = new AtomicLong(Long.MAX_VALUE);
        Outcome sum = LongStream.rangeClosed(seeds.first(), seeds.last())
                .parallel()
                .mapToObj(seed -> seed > lowestFailing.get() ? Outcome.NONE : outcome(seed, run, lowestFailing))
                .reduce(Outcome.NONE, Outcome::plus);
        if (sum.failure().isPresent()) {
            RunFailure failure = sum.failure().get();
            failure.addSuppressed(new IllegalStateException("found when these were played: " + seeds));
            throw failure;
        }
        return new Summary(
                sum.runs(),
                sum.steps(),
                sum.committed(),
                sum.acknowledged(),
                sum.ledgers(),
                sum.effects(),
                sum.reached(),
                (System.nanoTime() - startedAtNanos) / 1_000_000);
    }

    private static Outcome outcome(long seed, LongFunction<SeededRun.Report> run, AtomicLong lowestFailing) {
        try {
            SeededRun.Report report = run.apply(seed);
            return new Outcome(
                    1,
                    report.steps(),
                    report.committed(),
                    report.acknowledged(),
                    report.effects() > 0 ? 1 : 0,
                    report.effects(),
                    report.reached(),
                    Optional.empty());
        } catch (RunFailure failure) {
            lowestFailing.accumulateAndGet(seed, Math::min);
            return new Outcome(1, 0, 0, 0, 0, 0, Reached.NOTHING, Optional.of(failure));
        }
    }
}
