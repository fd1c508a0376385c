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
        assertThat(demo.output())
                .contains("define the programme SOVEREIGN-1, ceiling PKR 560,000,000,000.00")
                .contains("supports it, and with that the bill is defined: two organisations, one after another")
                .containsPattern(
                        "a second bill, of PKR 400,000,000,000.00; both sign.\\s+refused, 5001 CEILING_EXCEEDED: ")
                .contains("Investor Chen, who lives in SG, and Custodian One open account 7002 for her,"
                        + " FOREIGN_REPATRIABLE")
                .contains("Investor Chen gets 500 tokens and pays PKR 2,069,745.00 for PKR 2,500,000.00 face value")
                .containsPattern("to Investor Dara, .*\\s+Would be refused: 3005 RECEIVER_NOT_ELIGIBLE\\.")
                .contains("refused, 3005 RECEIVER_NOT_ELIGIBLE: The receiver is not an attested investor.")
                .contains("of the 1,500 tokens that he holds, none is available")
                .contains("refused, 9021 COURT_RESTRICTION: A court forbids this movement.")
                .containsPattern("The High Court lifts it.*\\s+.*\\s+.*The same transfer, signed anew, goes through\\.")
                .containsPattern("issued -> Primary Dealer One, .*\\s+Primary Dealer One -> Investor Amna, .*\\s+"
                        + "Investor Amna -> Investor Bilal, .*\\s+Investor Bilal -> Investor Amna, ")
                .containsPattern("Investor Dara +0 +0\\.00 +0\\.00")
                .contains("PKR 211,080,000,000.00 are in use, and PKR 348,920,000,000.00 are left.")
                .contains("Nothing is frozen any more")
                .containsPattern("Checked offline, [^\\n]*\\n +Block [0-9]+ of network ")
                .containsPattern("Certified by [34] of the 4 validators of the genesis");
        assertThat(verified("settlement-proof.json")).contains("received 200 tokens");
        assertThat(verified("balance-proof.json")).contains("Account 7002 holds 700 tokens of ", "of which 0 encumbered");
        assertThat(demo.exitCode()).isZero();
        assertThat(processesOf(demo.output())).hasSize(5).noneMatch(DemoAcceptanceTest::isAlive);
    }

    private String verified(String proof) {
        Application.Outcome verification = Application.run(
                folder,
                "verify",
                folder.resolve("demo").resolve(proof).toString(),
                "--genesis",
                folder.resolve("demo/genesis.json").toString());
        assertThat(verification.exitCode()).isZero();
        assertThat(verification.output())
                .containsPattern("Certified by [34] of the 4 validators of the genesis[^:]*:"
                        + "(\\s+validator-[1-4], of [A-Z][A-Za-z ]+){3}");
        return verification.output();
    }

    @Test
    void noValidatorOutlivesADemoThatIsInterruptedOrKilled() {
        for (String signal : List.of("-INT", "-KILL")) {
            Path output = folder.resolve("demo" + signal + ".txt");
            String network = folder.resolve("demo" + signal).toString();
            Process demo = Application.start(
                    output, Application.interruptible(Application.program(), "demo", "--dir", network));
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
