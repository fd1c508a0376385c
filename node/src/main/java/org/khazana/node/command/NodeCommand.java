package org.khazana.node.command;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code khazana node}: runs one validator in the foreground until it is told to stop. */
@Command(
        name = "node",
        description = "Run one validator until SIGTERM or Ctrl-C.",
        mixinStandardHelpOptions = true,
        versionProvider = KhazanaVersion.class)
final class NodeCommand implements Callable<Integer> {
    @Option(names = "--config", required = true, paramLabel = "FILE", description = "The node.toml of this validator.")
    private Path config;

    @Option(
            names = "--exit-with-parent",
            paramLabel = "PID",
            description = "Stop, as on SIGTERM, when the process with this id has ended.")
    private Optional<Long> parent;

    @Override
    public Integer call() {
        throw new CommandFailure(ExitCode.BAD_CONFIGURATION, "cannot run " + config + " yet, under " + parent);
    }
}
