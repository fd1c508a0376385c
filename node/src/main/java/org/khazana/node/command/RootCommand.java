package org.khazana.node.command;

import java.io.PrintWriter;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code khazana}: the table of all commands, and how their failures are told. */
@Command(
        name = "khazana",
        description = "A permissioned ledger for sovereign assets.",
        versionProvider = KhazanaVersion.class,
        subcommands = {
            DemoCommand.class,
            ClusterCommand.class,
            KeyCommand.class,
            TxCommand.class,
            ProofCommand.class,
            StatementCommand.class,
            VerifyCommand.class,
            NodeCommand.class,
            ValidatorsCommand.class,
            BenchCommand.class,
            BenchMemberCommand.class,
            RehearseCommand.class
        })
public final class RootCommand implements Runnable {
    private static final int HELP_COLUMNS = 110;

    @Spec
    private CommandSpec spec;

    /** Runs one command to its end; returns its exit code, one of {@link ExitCode}. */
    public static int run(String... arguments) {
        return commandLine().execute(arguments);
    }

    static CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new RootCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(HELP_COLUMNS)
                .setExecutionExceptionHandler((failure, command, parsed) -> report(failure, command.getErr()));
        TxPrepareOperationCommand.addAllTo(subcommand(subcommand(commandLine, "tx"), "prepare"));
        explain(commandLine);
        return commandLine;
    }

    private static CommandLine subcommand(CommandLine command, String name) {
        return Objects.requireNonNull(command.getSubcommands().get(name));
    }

    /** Every command has --help, and shows the one table of exit codes. */
    private static void explain(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        if (spec.optionsMap().get("--help") == null) {
            spec.mixinStandardHelpOptions(true);
        }
        spec.usageMessage().exitCodeListHeading("%nExit codes:%n").exitCodeList(ExitCode.MEANINGS);
        command.getSubcommands().values().forEach(RootCommand::explain);
    }

    /** Without a command: the help, and the exit code of a wrong command line. */
    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Which command?");
    }

    private static int report(Exception failure, PrintWriter err) throws Exception {
        CommandFailure known = Failures.known(failure).orElseThrow(() -> failure); // a bug: picocli prints its trace
        err.println("khazana: " + known.getMessage());
        return known.exitCode();
    }
}
