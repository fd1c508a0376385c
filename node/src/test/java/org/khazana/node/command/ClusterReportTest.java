package org.khazana.node.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.khazana.api.json.ClusterJson;

class ClusterReportTest {
    private static final URI URL = URI.create("http://127.0.0.1:1");

    private static ClusterReport.Line line(String self, String chain, @Nullable String leader, String hash) {
        ClusterJson status =
                new ClusterJson(chain, "test", self, "FOLLOWER", 3, leader, 9, 8, 7, 6, 0, true, List.of());
        return new ClusterReport.Line(URL, Optional.of(status), Optional.of(hash.repeat(64)), "");
    }

    private static ClusterReport report(ClusterReport.Line... lines) {
        return new ClusterReport(List.of(lines), 7);
    }

    @Test
    void validatorsWithOneChainAndALeaderAreSound() {
        ClusterReport report = report(line("v1", "c1", "v1", "a"), line("v2", "c1", null, "a"));

        assertThat(report.isSound()).isTrue();
        assertThat(report.toText())
                .contains("network c1", "v1", "v2", "aaaaaaaaaaaa")
                .doesNotContain("NOT");
        assertThat(report.toJson()).containsEntry("sound", true).containsEntry("commonHeight", 7L);
    }

    @Test
    void differentHashesAtOneHeightAreTold() {
        ClusterReport report = report(line("v1", "c1", "v1", "a"), line("v2", "c1", "v1", "b"));

        assertThat(report.isSound()).isFalse();
        assertThat(report.toText()).contains("These validators do NOT have the same chain.");
    }

    @Test
    void validatorsOfDifferentNetworksAreTold() {
        ClusterReport report = report(line("v1", "c1", "v1", "a"), line("v2", "c2", "v1", "a"));

        assertThat(report.isSound()).isFalse();
        assertThat(report.toText()).contains("network c1 and c2", "NOT");
    }

    @Test
    void aValidatorThatDoesNotAnswerIsListedWithTheReason() {
        ClusterReport.Line silent = new ClusterReport.Line(URL, Optional.empty(), Optional.empty(), "nobody listens");
        ClusterReport report = report(line("v1", "c1", "v1", "a"), silent);

        assertThat(report.isSound()).isFalse();
        assertThat(report.toText()).contains("no answer", "nobody listens");
        assertThat(String.valueOf(report.toJson().get("validators"))).contains("trouble=nobody listens");
    }

    @Test
    void withoutALeaderNothingIsSound() {
        assertThat(report(line("v1", "c1", null, "a")).isSound()).isFalse();
    }
}
