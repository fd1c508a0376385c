package org.khazana.node.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who may use whom: our modules, their packages, and the libraries. */
final class ModuleRules {
    /** Each module with those of ours that it may use; a module that is missing here may use none. */
    private static final Map<String, Set<String>> ARROWS = Map.of(
            "node", Set.of("api", "storage", "consensus", "ledger", "config"),
            "api", Set.of("ledger"),
            "storage", Set.of("consensus", "ledger"));

    private ModuleRules() {}

    static List<NamedRule> of(String root) {
        List<NamedRule> rules = new ArrayList<>();
        rules.add(NamedRule.of(arrows(root), "UsesTheLedger"));
        rules.add(NamedRule.of(noCycles(root), "TurnsForth", "TurnsBack"));
        rules.add(NamedRule.of(coreKnowsNoParent(root), "HoldsTheCore", "TakesTheCore"));
        rules.add(onlyIn(
                root,
                "protobuf",
                Set.of("consensus.wire..", "ledger.wire..", "storage.schema.."),
                "com.google.protobuf..",
                root + ".consensus.wire.v1..",
                root + ".ledger.wire.v1..",
                root + ".storage.schema.v1.."));
        // Operators' key and certificate files are the business of the configuration module.
        rules.add(onlyIn(
                root,
                "Bouncy Castle",
                Set.of("ledger.crypto..", "config.file..", "config.generate.."),
                "org.bouncycastle.."));
        rules.add(onlyIn(root, "RocksDB", Set.of("storage.rocksdb.."), "org.rocksdb.."));
        rules.add(onlyIn(root, "Javalin", Set.of("api.endpoint..", "api.server.."), "io.javalin.."));
        rules.add(onlyIn(root, "Netty", Set.of("node.transport..", "node.bench.http.."), "io.netty.."));
        rules.add(onlyIn(root, "HdrHistogram", Set.of("node.bench.drive.."), "org.HdrHistogram.."));
        rules.add(onlyIn(root, "picocli", Set.of("node.command.."), "picocli.."));
        return rules;
    }

    private static ArchRule arrows(String root) {
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .should(followTheArrows(root))
                .as("a module uses only the modules that an arrow leads to");
    }

    private static ArchCondition<JavaClass> followTheArrows(String root) {
        return new ArchCondition<>("follow the arrows between modules") {
            @Override
            public void check(JavaClass user, ConditionEvents events) {
                for (Dependency dependency : user.getDirectDependenciesFromSelf()) {
                    String used = module(root, dependency.getTargetClass());
                    String own = module(root, user);
                    boolean allowed = used.isEmpty()
                            || used.equals(own)
                            || ARROWS.getOrDefault(own, Set.of()).contains(used);
                    events.add(new SimpleConditionEvent(dependency, allowed, dependency.getDescription()));
                }
            }
        };
    }

    /** The first part of the package below {@code root}; empty for classes of others. */
    private static String module(String root, JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith(root + ".") ? name.substring(root.length() + 1).split("\\.", 2)[0] : "";
    }

    private static ArchRule noCycles(String root) {
        return slices().matching(root + ".(*).(*)..")
                .should()
                .beFreeOfCycles()
                .as("the packages of a module use each other in one direction");
    }

    private static ArchRule coreKnowsNoParent(String root) {
        String core = root + ".consensus.raft.RaftCore";
        return noClasses()
                .that()
                .resideInAPackage(root + ".consensus.raft..")
                .and()
                .doNotHaveFullyQualifiedName(core)
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName(core)
                .as("no part of the core points back at the core");
    }

    private static NamedRule onlyIn(String root, String library, Set<String> users, String... packages) {
        String[] allowed =
                users.stream().map(user -> root + "." + user).sorted().toArray(String[]::new);
        return NamedRule.of(
                noClasses()
                        .that()
                        .resideOutsideOfPackages(allowed)
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(packages)
                        .as(library + " is used only in " + String.join(", ", allowed)),
                "UsesEveryLibrary");
    }
}
