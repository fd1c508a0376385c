package org.khazana.node.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of ARCHITECTURE.md hold in the code, and each of them finds who breaks it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArchitectureTest {
    private static final String PROJECT = "org.khazana";
    private static final String FIXTURES = "org.khazana.node.architecture.fixture";
    private static final List<String> SHIPPED_MODULES =
            List.of("node", "api", "storage", "consensus", "ledger", "config");

    private JavaClasses project;
    private JavaClasses fixtures;

    @BeforeAll
    void readClasses() {
        project = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                // Never shipped; it is only on the class path of these tests.
                .withImportOption(location -> !location.contains("/org/khazana/simulation/"))
                .importPackages(PROJECT);
        fixtures = new ClassFileImporter().importPackages(FIXTURES);
    }

    static Stream<NamedRule> rulesOfTheProject() {
        return rules(PROJECT);
    }

    static Stream<NamedRule> rulesOfTheFixtures() {
        return rules(FIXTURES);
    }

    private static Stream<NamedRule> rules(String root) {
        return Stream.of(ModuleRules.of(root), PurityRules.of(root), ShapeRules.of(root), ProcessRules.of(root))
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("rulesOfTheProject")
    void theProjectKeepsTheRule(NamedRule rule) {
        assertThat(rule.breachesIn(project)).as(rule.toString()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rulesOfTheFixtures")
    void theRuleFindsWhoBreaksIt(NamedRule rule) {
        List<String> breaches = rule.breachesIn(fixtures);

        assertThat(rule.culprits())
                .allSatisfy(culprit -> assertThat(breaches).anyMatch(breach -> breach.contains(culprit)));
    }

    @Test
    void everyShippedModuleIsLookedAt() {
        assertThat(SHIPPED_MODULES)
                .allSatisfy(module ->
                        assertThat(project).anyMatch(type -> type.getName().startsWith(PROJECT + "." + module + ".")));
    }

    @Test
    void noTestClassIsTakenForTheProject() {
        assertThat(project).noneMatch(type -> type.getPackageName().startsWith(FIXTURES));
    }
}
