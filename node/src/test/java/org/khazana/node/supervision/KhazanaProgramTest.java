package org.khazana.node.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Validators run with what the launcher says of them, unless somebody wants it otherwise. */
class KhazanaProgramTest {
    private static final String FLAGS = "khazana.validatorFlags";

    @AfterEach
    void forget() {
        System.clearProperty(FLAGS);
    }

    @Test
    void validatorsRunWithTheFlagsOfTheLauncher() {
        System.setProperty(FLAGS, "-Xmx99m -XX:+UseEpsilonGC");

        assertThat(KhazanaProgram.asOnItsOwn(List.of("-Xss9m")).words())
                .containsSubsequence("-Xmx99m", "-XX:+UseEpsilonGC", "-Xss9m");
        assertThat(KhazanaProgram.sameAsHere().words()).contains("-Xmx99m", "-XX:TieredStopAtLevel=1");
    }

    @Test
    void whoNamesACollectorGetsNoOther() {
        System.setProperty(FLAGS, "-Xmx99m -XX:+UseEpsilonGC");

        assertThat(KhazanaProgram.asOnItsOwn(List.of("-XX:+UseG1GC")).words())
                .contains("-Xmx99m", "-XX:+UseG1GC")
                .doesNotContain("-XX:+UseEpsilonGC");
    }

    @Test
    void withoutALauncherThereAreNone() {
        assertThat(KhazanaProgram.asOnItsOwn(List.of()).words())
                .noneMatch(String::isBlank)
                .doesNotContain("-XX:+UseEpsilonGC");
    }
}
