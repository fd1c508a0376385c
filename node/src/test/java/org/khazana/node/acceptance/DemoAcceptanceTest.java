package org.khazana.node.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.khazana.node.Eventually;

@Timeout(value = 4, unit = TimeUnit.MINUTES)
class DemoAcceptanceTest {
    private static final Pattern PROCESS = Pattern.compile("process (\\d+)");
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    private Path folder;

    @Test
    void theDemoTellsItsWholeStoryAndLeavesNoProcessBehind() {
        Application.Outcome demo = Application.run(
                folder, "demo", "--exit", "--dir", folder.resolve("demo").toString());

        assertThat(demo.output())
                .contains("cut-off yield 20.8449 % a year")
                .contains("price 82.7898 per 100")
                .contains("pays PKR 12,418,470.00 for PKR 15,000,000.00 face value")
                .contains("is killed with SIGKILL")
                .contains("acknowledged transactions are on all three")
                .contains("has caught up")
                .contains("All four report the same hash")
                .contains("The sums agree with the ledger: 40,000 tokens outstanding, PKR 27,000,000.00 deposited.")
                .contains("The demo has done all it set out to do.");
        assertThat(demo.exitCode()).isZero();
        assertThat(processesOf(demo.output())).hasSize(5).noneMatch(DemoAcceptanceTest::isAlive);
    }

    @Test
    void noValidatorOutlivesADemoThatIsInterruptedOrKilled() {
        for (String signal : List.of("-INT", "-KILL")) {
            Path output = folder.resolve("demo" + signal + ".txt");
            Process demo = Application.start(output, Application.interruptible(Application.program(), "demo"));
            Eventually.holds(
                    () -> processesOf(Application.read(output)).size() >= 4, PATIENCE, () -> Application.read(output));

            Application.run(folder, List.of("kill", signal, Long.toString(demo.pid())));

            Eventually.holds(() -> !demo.isAlive(), PATIENCE, () -> "the demo survives kill " + signal);
            Eventually.holds(
                    () -> processesOf(Application.read(output)).stream().noneMatch(DemoAcceptanceTest::isAlive),
                    PATIENCE,
                    () -> "a validator survives kill " + signal + " of the demo:\n" + Application.read(output));
        }
    }

    private static List<Long> processesOf(String output) {
        return PROCESS.matcher(output)
                .results()
                .map(match -> Long.parseLong(match.group(1)))
                .distinct()
                .toList();
    }

    private static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }
}
