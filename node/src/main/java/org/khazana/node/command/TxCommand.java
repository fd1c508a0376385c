package org.khazana.node.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code khazana tx}: a transaction from its wish to its receipt. */
@Command(
        name = "tx",
        description = "Prepare, sign, check, submit and show transactions.",
        footer = {
            "%nExample:",
            "  khazana tx prepare transferTokens --sender 4 --isin PK12M1001241 --from 5001 --to 6001 --quantity 10 \\",
            "      | khazana tx sign --key custodian.pem | khazana tx submit"
        },
        subcommands = {
            TxPrepareCommand.class,
            TxSignCommand.class,
            TxCheckCommand.class,
            TxSubmitCommand.class,
            TxShowCommand.class
        })
final class TxCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Which command?");
    }
}
