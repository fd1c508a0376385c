package org.khazana.node.bench;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.khazana.node.bench.BenchReport.Acknowledged;
import org.khazana.node.bench.BenchReport.Setting;

/** What came of killing the leader again and again, as {@code --json} prints it. */
public record KillsReport(Setting setting, List<Kill> kills, Summary summary) {
    public KillsReport {
        kills = List.copyOf(kills);
    }

    /**
     * One time.
     *
     * @param acceptedPerSecond over the whole time, the outage included
     * @param gapMillis longest time without an acknowledgement from the kill on
     * @param p99BeforeMicros of transactions that were committed before
     * @param p99BackMillis from the kill until the first second in which it was at most twice that; null if there was none
     *     before the time was over, or some request had no answer
     * @param unsent requests that never began, as all connections were busy
     * @param caughtUpMillis from when the killed one was started again until it had executed what the others had
     */
    public record Kill(
            String killed,
            double acceptedPerSecond,
            long gapMillis,
            long p99BeforeMicros,
            @Nullable Long p99BackMillis,
            Acknowledged acknowledged,
            long refused,
            long unanswered,
            long unsent,
            long caughtUpMillis,
            Map<String, Long> errors) {
        public Kill {
            errors = Map.copyOf(errors);
        }
    }

    /**
     * Over all of them; medians of an even number lie half-way.
     *
     * @param p99BackMedianMillis of those where it came back; null if it never did, as is the worst
     * @param p99NotBack how often it did not come back before the time was over
     */
    public record Summary(
            long gapMedianMillis,
            long gapWorstMillis,
            @Nullable Long p99BackMedianMillis,
            @Nullable Long p99BackWorstMillis,
            long p99NotBack,
            long acknowledged,
            long lost) {
        static Summary of(Collection<Kill> kills) {
            List<Long> gaps = kills.stream().map(Kill::gapMillis).sorted().toList();
            List<Long> back = kills.stream()
                    .flatMap(kill -> Stream.ofNullable(kill.p99BackMillis()))
                    .sorted()
                    .toList();
            return new Summary(
                    median(gaps),
                    gaps.getLast(),
                    back.isEmpty() ? null : (Long) median(back),
                    back.isEmpty() ? null : back.getLast(),
                    kills.size() - (long) back.size(),
                    kills.stream()
                            .mapToLong(kill -> kill.acknowledged().asked())
                            .sum(),
                    kills.stream().mapToLong(kill -> kill.acknowledged().lost()).sum());
        }

        private static long median(List<Long> sorted) {
            return (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
        }
    }

    /** Whether nothing that was acknowledged is lost, and nothing was refused or left without an answer. */
    public boolean isSound() {
        return summary.lost() == 0 && kills.stream().allMatch(kill -> kill.refused() + kill.unanswered() == 0);
    }
}
