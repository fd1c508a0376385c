package org.khazana.node.command;

import java.util.Map;
import java.util.function.Function;
import org.khazana.api.client.LedgerClient;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What every {@code khazana tx prepare} of one kind of operation has in common: who asks, and asking for it. */
final class OperationPreparation {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Mixin
    private Preparation preparation;

    @Option(
            names = "--sender",
            required = true,
            paramLabel = "PARTY",
            description = "The party that asks; it must sign.")
    private long sender;

    /** Has the bytes made of an operation, given by its type and its fields in the words of docs/api.md. */
    int prepare(String type, Map<String, Object> fields) {
        return preparation.prepare(command, sender, type, fields);
    }

    /** As above, with fields that follow from what the ledger says now. */
    int prepare(String type, Function<LedgerClient, Map<String, Object>> fields) {
        return preparation.prepare(command, sender, type, fields);
    }
}
