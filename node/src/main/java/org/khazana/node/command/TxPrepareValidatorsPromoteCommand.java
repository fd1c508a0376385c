package org.khazana.node.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code khazana tx prepare validators promote}: an observer becomes a voter. */
@Command(
        name = "promote",
        description = "Let an observer vote.",
        footer = {"%nExample:", "  khazana tx prepare validators promote --sender 1 --id validator-5"})
final class TxPrepareValidatorsPromoteCommand implements Callable<Integer> {
    @Mixin
    private OperationPreparation preparation;

    @Option(names = "--id", required = true, paramLabel = "ID", description = "Which validator.")
    private String id;

    @Override
    public Integer call() {
        return preparation.prepare(
                ValidatorsChange.OPERATION, client -> new ValidatorsChange(client.validators()).promote(id));
    }
}
