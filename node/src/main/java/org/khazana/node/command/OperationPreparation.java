package org.khazana.node.command;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
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

    @Option(
            names = "--motion-until",
            paramLabel = "INSTANT",
            description = "Raise a motion for it, to which others can agree until then, such as 2026-01-31T09:00:00Z.")
    private @Nullable String motionUntil;

    /** Has the bytes made of an operation, given by its type and its fields in the words of docs/api.md. */
    int prepare(String type, Map<String, Object> fields) {
        return preparation.prepare(command, sender, typeOf(type), asAsked(type, fields));
    }

    /** As above, with fields that follow from what the ledger says now. */
    int prepare(String type, Function<LedgerClient, Map<String, Object>> fields) {
        return preparation.prepare(command, sender, typeOf(type), client -> asAsked(type, fields.apply(client)));
    }

    private String typeOf(String type) {
        return motionUntil == null ? type : "raiseMotion";
    }

    /** The fields of the operation, or of a motion for it. */
    private Map<String, Object> asAsked(String type, Map<String, Object> fields) {
        if (motionUntil == null) {
            return fields;
        }
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("type", type);
        operation.putAll(fields);
        Map<String, Object> motion = new LinkedHashMap<>();
        motion.put("expiresAt", motionUntil);
        motion.put("operation", operation);
        return motion;
    }
}
