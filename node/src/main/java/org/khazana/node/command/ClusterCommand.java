package org.khazana.node.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code khazana cluster}: several validators at once. */
@Command(
        name = "cluster",
        description = "Found a network, run its validators on this machine, look at a running one.",
        subcommands = {ClusterInitCommand.class, ClusterUpCommand.class, ClusterStatusCommand.class})
final class ClusterCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Which command?");
    }
}
