package org.khazana.node.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.khazana.node.bench.BenchReport.Acknowledged;
import org.khazana.node.bench.KillsReport.Kill;
import org.khazana.node.bench.KillsReport.Summary;

class KillsTextTest {
    private static final BenchReport.Setting SETTING = new BenchReport.Setting(
            3, "leader-kill", "open loop of 500", "leader", 10_000, 10_000, 0, 1, 20, 20, "ext4", 2, "25", "ACCP");

    @Test
    void theMedianOfAnEvenNumberLiesHalfWay() {
        Summary summary = Summary.of(List.of(kill(400, 900L, 0), kill(200, 100L, 0)));

        assertThat(summary.gapMedianMillis()).isEqualTo(300);
        assertThat(summary.gapWorstMillis()).isEqualTo(400);
        assertThat(summary.p99BackMedianMillis()).isEqualTo(500);
        assertThat(summary.p99BackWorstMillis()).isEqualTo(900);
    }

    @Test
    void aPercentileThatNeverCameBackIsCountedAndNotAveraged() {
        Summary summary = Summary.of(List.of(kill(1, 7L, 0), kill(2, null, 0), kill(3, 9L, 0)));

        assertThat(summary.p99BackWorstMillis()).isEqualTo(9);
        assertThat(summary.p99NotBack()).isEqualTo(1);
        assertThat(Summary.of(List.of(kill(1, null, 0))).p99BackMedianMillis()).isNull();
    }

    @Test
    void aReportIsSoundIfNothingIsLostRefusedOrLeftWithoutAnAnswer() {
        assertThat(report(kill(1, 1L, 0)).isSound()).isTrue();
        assertThat(report(kill(1, 1L, 1)).isSound()).isFalse();
        assertThat(report(kill(1, 1L, 0, 1, 0)).isSound()).isFalse();
        assertThat(report(kill(1, 1L, 0, 0, 1)).isSound()).isFalse();
    }

    @Test
    void everyKillHasALineAndTheSumsFollow() {
        List<String> lines = KillsText.of(report(kill(200, 1_150L, 0), kill(450, null, 2)));

        assertThat(lines)
                .anyMatch(line -> line.matches(" +1 validator-1 +499 +200 +12.50 +1,150 +5,000 +0 +2,500"))
                .anyMatch(line -> line.matches(" +2 validator-1 +499 +450 +12.50 +never +5,000 +2 +2,500"))
                .contains("gap          median 325 ms, worst 450 ms")
                .contains("p99 back     median 1,150 ms, worst 1,150 ms after the kill; not back in time: 1 of 2")
                .contains("acknowledged 10,000 asked for again, 2 lost")
                .contains("errors       CONNECTION_LOST 6")
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(120));
    }

    private static KillsReport report(Kill... kills) {
        return new KillsReport(SETTING, List.of(kills), Summary.of(List.of(kills)));
    }

    private static Kill kill(long gapMillis, @Nullable Long backMillis, long lost) {
        return kill(gapMillis, backMillis, lost, 0, 0);
    }

    private static Kill kill(long gapMillis, @Nullable Long backMillis, long lost, long refused, long unanswered) {
        return new Kill(
                "validator-1",
                499,
                gapMillis,
                12_500,
                backMillis,
                new Acknowledged(5_000, lost),
                refused,
                unanswered,
                0,
                2_500,
                Map.of("CONNECTION_LOST", 3L));
    }
}
