package org.khazana.node.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;

/** What a class looks like: what is said is a record, names say something, and what is made is finished. */
final class ShapeRules {
    private static final String EMPTY_WORD =
            "(Abstract|Default)[A-Z]\\w*|\\w*(Impl|Manager|Helper|Utils?|Base|Data|Info|Processor)";

    private ShapeRules() {}

    static List<NamedRule> of(String root) {
        return List.of(
                NamedRule.of(saidByRecords(root), "MutableMessage", "OpenMessage"),
                NamedRule.of(namesThatSaySomething(root), "AbstractThing", "ThingManager", "ThingImpl"),
                NamedRule.of(finalFields(root), "ChangesItsMind"),
                NamedRule.of(noStaticState(root), "ChangesItsMind"));
    }

    private static ArchRule saidByRecords(String root) {
        return classes()
                .that(areSaid(root))
                .and()
                .areNotAssignableTo(Throwable.class)
                .should(beRecordEnumOrSealed())
                .as("messages, inputs, effects, operations, changes and settings are records, enums or sealed");
    }

    private static DescribedPredicate<JavaClass> areSaid(String root) {
        List<String> families = List.of(
                root + ".consensus.raft.Input",
                root + ".consensus.raft.Effects",
                root + ".consensus.raft.Outgoing",
                root + ".consensus.raft.ProposalOutcome",
                root + ".consensus.raft.RaftEvent",
                root + ".consensus.raft.RecoveredState",
                root + ".consensus.raft.CoreSettings",
                root + ".ledger.transaction.Operation",
                root + ".ledger.state.Change",
                root + ".config.Genesis",
                root + ".config.NodeConfig",
                root + ".config.ConfigProblem");
        return DescribedPredicate.describe(
                "are said to others",
                type -> !type.isAnonymousClass()
                        && !type.getSimpleName().equals("package-info")
                        && (type.getPackageName().equals(root + ".consensus.message")
                                || families.stream().anyMatch(family -> isOf(family, type))));
    }

    /** The type itself or one inside it. */
    private static boolean isOf(String family, JavaClass type) {
        return type.getName().equals(family) || type.getName().startsWith(family + "$");
    }

    private static ArchCondition<JavaClass> beRecordEnumOrSealed() {
        return new ArchCondition<>("be a record, an enum or a sealed interface") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean holds = type.isRecord()
                        || type.isEnum()
                        || (type.isInterface() && type.reflect().isSealed());
                events.add(new SimpleConditionEvent(type, holds, type.getName() + " is an open or mutable type"));
            }
        };
    }

    private static ArchRule namesThatSaySomething(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should(haveEmptyName())
                .as("no class name is padded with a word that says nothing");
    }

    private static ArchCondition<JavaClass> haveEmptyName() {
        return new ArchCondition<>("have a name with an empty word") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean empty = type.getSimpleName().matches(EMPTY_WORD);
                events.add(new SimpleConditionEvent(type, empty, type.getName() + " has an empty word in its name"));
            }
        };
    }

    private static ArchRule finalFields(String root) {
        return fields().that()
                .areDeclaredInClassesThat()
                .resideOutsideOfPackages(
                        // The core and its loop own their state, and one thread changes it.
                        root + ".consensus.raft..",
                        root + ".consensus.log..",
                        root + ".consensus.runtime..",
                        root + ".node.lifecycle..",
                        // Bytes grow while they are written, and a scan over an overlay is at one place at a time.
                        root + ".ledger.table..",
                        // The one writer of the log and of what must not be forgotten keeps where it stands in its
                        // files.
                        root + ".storage.blocklog..",
                        root + ".storage.slots..",
                        // One thread drives, counts and keeps where its connections stand; nobody else sees it.
                        root + ".node.bench.drive..",
                        root + ".node.bench.http..",
                        // Generated by protobuf.
                        "..wire.v1..",
                        "..schema.v1..")
                .and(DescribedPredicate.describe("are not options", field -> !isOption(field)))
                .and(DescribedPredicate.describe("are not guarded", field -> !isGuarded(root, field)))
                .should()
                .beFinal()
                .as("a constructor gives a finished object");
    }

    /** Whether the store is closed changes once, under the lock that every reader holds. */
    private static boolean isGuarded(String root, JavaField field) {
        return field.getFullName().equals(root + ".storage.state.LedgerStore.closed");
    }

    /** Filled by picocli from the command line before the command runs. */
    private static boolean isOption(JavaField field) {
        return field.getAnnotations().stream()
                .anyMatch(annotation -> annotation.getRawType().getName().startsWith("picocli.CommandLine$"));
    }

    private static ArchRule noStaticState(String root) {
        return fields().that()
                .areStatic()
                .and()
                .areDeclaredInClassesThat()
                .resideInAPackage(root + "..")
                .and()
                .areDeclaredInClassesThat()
                .resideOutsideOfPackages("..wire.v1..", "..schema.v1..")
                .and(DescribedPredicate.describe(
                        "are written by hand", field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC)))
                .should()
                .beFinal()
                .as("nothing static changes");
    }
}
