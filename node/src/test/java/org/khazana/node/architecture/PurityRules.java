package org.khazana.node.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The core and the ledger compute and do nothing else: the same input gives the same output on every validator, and any
 * run can be repeated from its inputs.
 */
final class PurityRules {
    private PurityRules() {}

    static List<NamedRule> of(String root) {
        return List.of(
                NamedRule.of(noOutsideWorld(root), "UsesEveryLibrary", "ReadsTheClock"),
                NamedRule.of(noClockNoChance(root), "ReadsTheClock"),
                NamedRule.of(noUnorderedIteration(root), "KeepsNoOrder"));
    }

    /** Generated code does its own reading and writing; nobody calls that part of it. */
    private static GivenClassesConjunction pureClasses(String root) {
        return noClasses()
                .that()
                .resideInAnyPackage(
                        root + ".consensus.raft..",
                        root + ".consensus.log..",
                        root + ".consensus.membership..",
                        root + ".consensus.message..",
                        root + ".consensus.snapshot..",
                        root + ".ledger..")
                .and()
                .resideOutsideOfPackage(root + ".ledger.wire.v1..");
    }

    private static ArchRule noOutsideWorld(String root) {
        return pureClasses(root)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.net..",
                        "java.io..",
                        "java.nio.file..",
                        "java.nio.channels..",
                        "java.util.concurrent..",
                        "org.slf4j..",
                        "io.netty..",
                        "org.rocksdb..")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Thread.class)
                .as("the core and the ledger know no files, sockets, threads or logs");
    }

    private static ArchRule noClockNoChance(String root) {
        return pureClasses(root)
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callConstructor(Random.class)
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(SecureRandom.class, ThreadLocalRandom.class, java.time.Clock.class)
                .as("the core and the ledger are told the time and the seed");
    }

    /** Its order depends on hash codes, and could differ from one version of Java to the next. */
    private static ArchRule noUnorderedIteration(String root) {
        return pureClasses(root)
                .should()
                .callConstructor(java.util.HashMap.class)
                .orShould()
                .callConstructor(java.util.HashSet.class)
                .orShould()
                .callConstructor(java.util.IdentityHashMap.class)
                .as("the core and the ledger keep everything in an order of its own");
    }
}
