package org.khazana.node.command;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code khazana}: the table of all commands, and how their failures are told. */
@Command(
        name = "khazana",
        description = "A permissioned ledger for sovereign assets.",
        mixinStandardHelpOptions = true,
        versionProvider = KhazanaVersion.class,
        subcommands = {NodeCommand.class},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:the command ran and could not do what was asked",
            "2:wrong command line",
            "3:a configuration or genesis file is missing or wrong",
            "4:the data folder is in use, not writable, full, damaged, or of another network",
            "5:an address to listen on is taken",
            "10:a running node met a fault after which it must not go on"
        })
public final class RootCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    /** Runs one command to its end; returns its exit code, one of {@link ExitCode}. */
    public static int run(String... arguments) {
        return commandLine().execute(arguments);
    }

    static CommandLine commandLine() {
        return new CommandLine(new RootCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, parsed) -> report(failure, command.getErr()));
    }

    /** Without a command: the help, and the exit code of a wrong command line. */
    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Which command?");
    }

    private static int report(Exception failure, PrintWriter err) throws Exception {
        if (failure instanceof CommandFailure known) {
            err.println("khazana: " + known.getMessage());
            return known.exitCode();
        }
        throw failure; // a bug: picocli prints its stack trace and answers with exit code 1
    }
}
