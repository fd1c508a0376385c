package org.khazana.node.command;

import java.util.LinkedHashMap;
import java.util.Map;
import org.khazana.api.client.LedgerClient;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;

/** Has a validator make the bytes of a transaction, and prints what it answers. */
final class Preparation {
    @Mixin
    private NodeAddress node;

    /** Asks for an operation, given by its type and then name and value of each field, in the words of docs/api.md. */
    int prepare(CommandSpec spec, long sender, String type, Map<String, Object> fields) {
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("type", type);
        operation.putAll(fields);
        Map<String, Object> wish = new LinkedHashMap<>();
        wish.put("sender", sender);
        wish.put("operation", operation);
        return prepare(spec, JsonOutput.of(wish));
    }

    /** Asks for what the JSON says. */
    int prepare(CommandSpec spec, String json) {
        try (LedgerClient client = node.client()) {
            spec.commandLine().getOut().println(JsonOutput.of(client.prepare(json)));
            return ExitCode.OK;
        }
    }
}
