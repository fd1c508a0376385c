package org.khazana.node.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/**
 * A rule of the architecture, and who breaks it among the fixtures.
 *
 * @param culprits simple names of fixture classes, each of which the rule must find
 */
record NamedRule(ArchRule rule, List<String> culprits) {
    static NamedRule of(ArchRule rule, String... culprits) {
        return new NamedRule(rule, List.of(culprits));
    }

    /** One sentence for each breach, which names the class. */
    List<String> breachesIn(JavaClasses classes) {
        return rule.evaluate(classes).getFailureReport().getDetails();
    }

    @Override
    public String toString() {
        return rule.getDescription();
    }
}
