package org.khazana.simulation.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The model of consensus holds what it promises, and breaks it with each of the mistakes that are planted. Runs with
 * {@code -Ptla} only: it needs TLC and minutes.
 */
class ConsensusModelCheck {
    @TempDir
    private Path workFolder;

    @ParameterizedTest
    @ValueSource(strings = {"crash", "slow-writes", "pre-vote", "clauses", "old-term", "recovery", "replace"})
    void everyReachableStateOfASmallNetworkIsSafe(String config) {
        ModelChecker.Answer answer = new ModelChecker(workFolder).check(config, "none", List.of());

        assertThat(answer.isComplete()).as(answer.output()).isTrue();
        report(config, answer.distinctStates() + " distinct states, all safe", answer);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/model/mistakes.csv", numLinesToSkip = 1)
    void aPlantedMistakeBreaksAnInvariant(String mistake, String config, String invariant) {
        ModelChecker.Answer answer = new ModelChecker(workFolder).check(config, mistake, List.of());

        assertThat(answer.violated()).as(answer.output()).isEqualTo(invariant);
        report(config, mistake + ": " + answer.violated() + " broken", answer);
    }

    /** A model in which nothing happens is safe, too. */
    @ParameterizedTest
    @CsvFileSource(resources = "/model/possible.csv", numLinesToSkip = 1)
    void whatMustBePossibleIsPossible(String denial, String config) {
        ModelChecker.Answer answer = new ModelChecker(workFolder).check(config, "none", List.of(denial));

        assertThat(answer.violated()).as(answer.output()).isEqualTo(denial);
        report(config, "not true that " + denial, answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"large"})
    void randomRunsOfALargerNetworkAreSafe(String config) {
        ModelChecker.Answer answer = new ModelChecker(workFolder)
                .check(
                        config,
                        "none",
                        List.of(),
                        "-simulate",
                        "num=" + Integer.getInteger("runs", 300),
                        "-depth",
                        "80");

        assertThat(answer.output()).doesNotContain("Error:");
        assertThat(answer.simulatedStates()).as(answer.output()).isNotEmpty();
        report(config, answer.simulatedStates() + " states in random runs, all safe", answer);
    }

    private static void report(String config, String what, ModelChecker.Answer answer) {
        System.out.printf(Locale.ROOT, "%s: %s, %d s%n", config, what, answer.seconds());
    }
}
