package org.khazana.node.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class BenchAcceptanceTest {
    private static final int SECONDS = 1;

    @TempDir
    private Path folder;

    @Test
    void theNumbersOfABenchmarkAgreeWithEachOtherAndNothingIsLeftBehind() throws IOException {
        Path data = Files.createDirectory(folder.resolve("data"));

        JsonNode report = bench(data, "--accounts=20", "--positions=50");

        JsonNode requests = report.path("requests");
        long asked = requests.path("asked").asLong();
        long accepted = requests.path("acceptedInWindow").asLong();
        assertThat(asked).isPositive();
        assertThat(requests.path("succeeded").asLong()).isEqualTo(asked);
        assertThat(accepted).isBetween(asked - 4, asked);
        assertThat(report.at("/setting/positions").asLong()).isEqualTo(50);
        assertThat(report.path("acceptedPerSecond").asDouble()
                        * report.path("windowSeconds").asDouble())
                .isBetween(accepted - 0.5, accepted + 0.5);
        assertThat(sum(report.path("latencies"), "/micros/count")).isEqualTo((double) asked);
        assertThat(report.at("/blocks/count").asLong()).isBetween(1L, asked + 1);
        assertThat(report.path("errors")).isEmpty();
        assertThat(report.at("/acknowledged/asked").asLong()).isPositive();
        assertThat(report.at("/acknowledged/lost").asLong()).isZero();
        assertThat(report.path("processes").findValuesAsText("process")).containsExactly("validator-1", "client");
        assertThat(sum(report.path("processes"), "/cpuSeconds")).isPositive();
        assertThatNothingIsLeftBehind(data);
    }

    @Test
    void severalWorkloadsAreMeasuredOnOneRegisterAndComparedWithTheFirst() throws IOException {
        Path data = Files.createDirectory(folder.resolve("data"));

        JsonNode series = bench(data, "--accounts=20", "--workload=dvp,hot");

        assertThat(series.findValuesAsText("workload")).containsExactly("dvp", "hot", "dvp", "hot");
        for (JsonNode report : series.path("reports")) {
            assertThat(report.at("/setting/positions").asLong())
                    .as("bill and cash")
                    .isEqualTo(40);
            assertThat(report.at("/requests/succeeded").asLong())
                    .isPositive()
                    .isEqualTo(report.at("/requests/asked").asLong());
        }
        assertThat(series.at("/ratios/1/acceptedPerSecond").asDouble())
                .isEqualTo(series.at("/reports/1/acceptedPerSecond").asDouble()
                        / series.at("/reports/0/acceptedPerSecond").asDouble());
        assertThatNothingIsLeftBehind(data);
    }

    @Test
    void orderingIsMeasuredAloneAndNothingIsLeftBehind() throws IOException {
        Path data = Files.createDirectory(folder.resolve("data"));

        JsonNode report = bench(data, "--consensus-only");

        assertThat(report.path("members").asInt()).isEqualTo(1);
        long ordered = report.at("/micros/count").asLong();
        assertThat(ordered).isPositive();
        assertThat(report.path("proposalsPerSecond").asDouble() * SECONDS).isEqualTo((double) ordered);
        assertThat(report.path("proposalsEach").asDouble()).isBetween(1.0, 4.0);
        assertThatNothingIsLeftBehind(data);
    }

    /** One validator, asked for JSON. */
    private JsonNode bench(Path data, String... options) throws IOException {
        List<String> words = new ArrayList<>(List.of(
                "bash",
                "-c",
                "\"$@\" 2>" + folder.resolve("progress.txt"),
                "bash",
                Application.program().words().getFirst(),
                "bench",
                "--validators=1",
                "--concurrency=4",
                "--warm-up=0",
                "--seconds=" + SECONDS,
                "--dir=" + data,
                "--json"));
        words.addAll(List.of(options));
        Application.Outcome bench = Application.run(folder, words);
        assertThat(bench.exitCode()).as(bench.output()).isZero();
        return new ObjectMapper().readTree(bench.output());
    }

    private static void assertThatNothingIsLeftBehind(Path data) throws IOException {
        try (Stream<Path> left = Files.list(data)) {
            assertThat(left).isEmpty();
        }
        assertThat(ProcessHandle.allProcesses()
                        .map(ProcessHandle::info)
                        .map(ProcessHandle.Info::commandLine)
                        .filter(line -> line.filter(text -> text.contains(data.toString()))
                                .isPresent()))
                .isEmpty();
    }

    private static double sum(JsonNode list, String pointer) {
        double sum = 0;
        for (JsonNode each : list) {
            sum += each.at(pointer).asDouble();
        }
        return sum;
    }
}
