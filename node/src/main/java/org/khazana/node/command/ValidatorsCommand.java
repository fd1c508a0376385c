package org.khazana.node.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code khazana validators}: who runs the network, as the ledger says. */
@Command(
        name = "validators",
        description = "See who the validators are.",
        footer = {"%nExample:", "  khazana validators show"},
        subcommands = {ValidatorsShowCommand.class})
final class ValidatorsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Which command?");
    }
}
