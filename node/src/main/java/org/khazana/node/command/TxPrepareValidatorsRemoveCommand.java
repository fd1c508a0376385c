package org.khazana.node.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code khazana tx prepare validators remove}: one validator less. */
@Command(
        name = "remove",
        description = "Take a validator out of the network. Its data folder never takes part again.",
        footer = {"%nExample:", "  khazana tx prepare validators remove --sender 1 --id validator-5"})
final class TxPrepareValidatorsRemoveCommand implements Callable<Integer> {
    @Mixin
    private OperationPreparation preparation;

    @Option(names = "--id", required = true, paramLabel = "ID", description = "Which validator.")
    private String id;

    @Override
    public Integer call() {
        return preparation.prepare(
                ValidatorsChange.OPERATION, client -> new ValidatorsChange(client.validators()).remove(id));
    }
}
