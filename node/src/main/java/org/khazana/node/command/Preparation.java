package org.khazana.node.command;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.khazana.api.client.LedgerClient;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;

/** Has a validator make the bytes of a transaction, and prints what it answers. */
final class Preparation {
    @Mixin
    private NodeAddress node;

    /** Asks for an operation, given by its type and then name and value of each field, in the words of docs/api.md. */
    int prepare(CommandSpec spec, long sender, String type, Map<String, Object> fields) {
        return prepare(spec, wish(sender, type, fields));
    }

    /** As above, for an operation of which the ledger must be asked first. */
    int prepare(CommandSpec spec, long sender, String type, Function<LedgerClient, Map<String, Object>> fields) {
        try (LedgerClient client = node.client()) {
            return print(spec, client, wish(sender, type, fields.apply(client)));
        }
    }

    /** Asks for what the JSON says. */
    int prepare(CommandSpec spec, String json) {
        try (LedgerClient client = node.client()) {
            return print(spec, client, json);
        }
    }

    private static int print(CommandSpec spec, LedgerClient client, String wish) {
        spec.commandLine().getOut().println(JsonOutput.of(client.prepare(wish)));
        return ExitCode.OK;
    }

    private static String wish(long sender, String type, Map<String, Object> fields) {
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("type", type);
        operation.putAll(fields);
        Map<String, Object> wish = new LinkedHashMap<>();
        wish.put("sender", sender);
        wish.put("operation", operation);
        return JsonOutput.of(wish);
    }
}
