package org.khazana.node.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.khazana.config.check.ClusterFolder;
import org.khazana.node.supervision.LocalCluster;
import org.khazana.node.supervision.LocalNodes;
import org.khazana.node.supervision.TakenPort;
import org.khazana.node.supervision.ValidatorFailed;
import org.khazana.node.supervision.ValidatorNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code khazana cluster up}: runs all validators of a folder, each in its own process, until Ctrl-C. */
@Command(
        name = "up",
        description = "Run all validators of a cluster folder on this machine until Ctrl-C.",
        footer = {
            "%nChecks the whole configuration and all ports first. Each validator logs to node.log in its folder.",
            "When one ends by itself, all are stopped and its last words are shown.",
            "%nExample:",
            "  khazana cluster init --dir my-cluster && khazana cluster up --dir my-cluster"
        })
final class ClusterUpCommand implements Callable<Integer> {
    private static final Duration READY_PATIENCE = Duration.ofMinutes(2);

    @Spec
    private CommandSpec spec;

    @Option(names = "--dir", required = true, paramLabel = "DIR", description = "Made by khazana cluster init.")
    private Path folder;

    @Override
    public Integer call() throws InterruptedException {
        ClusterFolder cluster = ClusterFolder.check(folder);
        requireFreePorts(cluster);
        PrintWriter out = spec.commandLine().getOut();
        try (LocalCluster validators = new LocalCluster(LocalNodes.of(cluster))) {
            out.println("Starting " + validators.nodes().size() + " validators ...");
            out.flush();
            validators.startAll(READY_PATIENCE);
            printUrls(validators, out);
            Optional<ValidatorFailed> failed = validators.awaitFailure();
            failed.ifPresent(failure -> {
                throw failure;
            });
        }
        return ExitCode.OK;
    }

    private static void requireFreePorts(ClusterFolder cluster) {
        List<TakenPort> taken = TakenPort.among(cluster);
        if (!taken.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.PORT_IN_USE,
                    taken.stream()
                            .map(TakenPort::sentence)
                            .collect(Collectors.joining("\n  ", "nothing was started:\n  ", "")));
        }
    }

    private void printUrls(LocalCluster validators, PrintWriter out) {
        for (ValidatorNode node : validators.nodes()) {
            out.println("  " + node.id() + " is ready at " + node.url() + " (process "
                    + validators.process(node.id()).pid() + ", log " + node.logFile() + ")");
        }
        out.println("API page: " + validators.nodes().getFirst().url() + "/docs");
        out.println("Press Ctrl-C to stop all of them.");
        out.flush();
    }
}
