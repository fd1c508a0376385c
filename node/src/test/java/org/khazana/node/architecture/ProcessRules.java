package org.khazana.node.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Timer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Who begins and ends what: the process, its threads, other processes. */
final class ProcessRules {
    private ProcessRules() {}

    static List<NamedRule> of(String root) {
        return List.of(
                NamedRule.of(ends(root), "EndsTheProcess"),
                NamedRule.of(threads(root), "StartsThreads"),
                NamedRule.of(processes(root), "StartsProcesses"));
    }

    private static ArchRule ends(String root) {
        return noClasses()
                .that()
                .doNotHaveFullyQualifiedName(root + ".node.Main")
                .and()
                .doNotHaveFullyQualifiedName(root + ".node.lifecycle.FatalFault")
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "halt", int.class)
                .as("only Main and FatalFault end the process");
    }

    private static ArchRule threads(String root) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(
                        root + ".consensus.runtime..",
                        root + ".node.transport..",
                        root + ".node.lifecycle..",
                        // A supervisor stops the validators it started when it is stopped itself: a shutdown hook.
                        root + ".node.supervision..",
                        // Signs ahead of whoever sends, who must not wait for it.
                        root + ".node.bench.ahead..",
                        // An event loop counts as a pool of threads; this one runs in the thread that calls.
                        root + ".node.bench.http..")
                .should()
                .callCodeUnitWhere(DescribedPredicate.describe("starts a thread", ProcessRules::startsThread))
                .as(
                        "only the loop, the transport, the lifecycle, the supervisor and the clients of a benchmark start threads");
    }

    private static boolean startsThread(JavaCall<?> call) {
        boolean makesExecutor = call instanceof JavaConstructorCall
                && (call.getTargetOwner().isAssignableTo(Thread.class)
                        || call.getTargetOwner().isAssignableTo(ExecutorService.class)
                        || call.getTargetOwner().isAssignableTo(Timer.class));
        boolean usesCommonPool = call.getTargetOwner().isEquivalentTo(CompletableFuture.class)
                && call.getName().endsWith("Async")
                && call.getTarget().getRawParameterTypes().stream()
                        .noneMatch(type -> type.isEquivalentTo(java.util.concurrent.Executor.class));
        return makesExecutor
                || usesCommonPool
                || call.getTargetOwner().isEquivalentTo(Executors.class)
                || (call.getTargetOwner().isEquivalentTo(Thread.class)
                        && List.of("ofVirtual", "ofPlatform", "startVirtualThread")
                                .contains(call.getName()));
    }

    private static ArchRule processes(String root) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(root + ".node.supervision..")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(ProcessBuilder.class)
                .orShould()
                .callMethod(Runtime.class, "exec", String[].class)
                .as("only the supervisor starts other processes");
    }
}
