package org.khazana.node.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code khazana key}: the keys with which parties sign. */
@Command(
        name = "key",
        description = "Make and show the keys that sign transactions.",
        subcommands = {KeyNewCommand.class, KeyShowCommand.class})
final class KeyCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Which command?");
    }
}
