package org.khazana.node.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code khazana tx prepare validators}: a new set of validators, for governors to sign. */
@Command(
        name = "validators",
        description = "Change who the validators are.",
        footer = {
            "%nReads the newest set from the validator asked and prepares the complete new one. More than half of the",
            "governors must sign it, the sender being one of them; khazana tx sign shows them what it says.",
            "%nExample:",
            "  khazana tx prepare validators promote --sender 1 --id validator-5 \\",
            "      | khazana tx sign --key ministry.pem | khazana tx sign --key central-bank.pem | khazana tx submit"
        },
        subcommands = {
            TxPrepareValidatorsAddCommand.class,
            TxPrepareValidatorsPromoteCommand.class,
            TxPrepareValidatorsReplaceCommand.class,
            TxPrepareValidatorsRemoveCommand.class
        })
final class TxPrepareValidatorsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Which command?");
    }
}
