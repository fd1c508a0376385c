package org.khazana.node.command;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.khazana.api.client.LedgerClient;
import org.khazana.api.json.PreparedJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code khazana tx prepare}: has a validator make the exact bytes of a transaction, for its signers. */
@Command(
        name = "prepare",
        description = "Turn what is wanted, in JSON or as options, into the exact bytes to sign.",
        footer = {
            "%nA validator makes the bytes; khazana tx sign decodes them again and shows what they say, so the",
            "validator need not be trusted. The JSON is that of POST /v1/transactions/prepare, see docs/api.md:",
            "  {\"sender\": 4, \"operation\": {\"type\": \"transferTokens\", \"isin\": \"PK12M1001241\",",
            "   \"from\": 5001, \"to\": 6001, \"quantity\": \"10\"}}",
            "%nExamples:",
            "  khazana tx prepare --in wish.json > prepared.json",
            "  khazana tx prepare transfer --sender 4 --isin PK12M1001241 --from 5001 --to 6001 --quantity 10",
            "  khazana tx prepare deposit --sender 2 --account 5001 --currency PKR --amount 1000000.00 --reference R1"
        })
final class TxPrepareCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private TextInput input;

    @Mixin
    private NodeAddress node;

    @Override
    public Integer call() {
        return prepare(spec, node, input.read());
    }

    @Command(name = "transfer", description = "Move tokens free of payment.")
    int transfer(
            @Mixin NodeAddress address,
            @Option(names = "--sender", required = true, paramLabel = "PARTY", description = SENDER) long sender,
            @Option(names = "--isin", required = true, paramLabel = "ISIN", description = "Which tokens.") String isin,
            @Option(names = "--from", required = true, paramLabel = "ACCOUNT", description = "Who gives.") long from,
            @Option(names = "--to", required = true, paramLabel = "ACCOUNT", description = "Who gets.") long to,
            @Option(names = "--quantity", required = true, paramLabel = "TOKENS", description = "How many tokens.")
                    String quantity) {
        Map<String, Object> operation = operation("transferTokens");
        operation.put("isin", isin);
        operation.put("from", from);
        operation.put("to", to);
        operation.put("quantity", quantity);
        return prepare(spec, address, wish(sender, operation));
    }

    @Command(name = "issue", description = "Bring tokens into being.")
    int issue(
            @Mixin NodeAddress address,
            @Option(names = "--sender", required = true, paramLabel = "PARTY", description = SENDER) long sender,
            @Option(names = "--isin", required = true, paramLabel = "ISIN", description = "Which tokens.") String isin,
            @Option(names = "--account", required = true, paramLabel = "ACCOUNT", description = "Who gets them.")
                    long account,
            @Option(names = "--quantity", required = true, paramLabel = "TOKENS", description = "How many tokens.")
                    String quantity) {
        Map<String, Object> operation = operation("issueTokens");
        operation.put("isin", isin);
        operation.put("account", account);
        operation.put("quantity", quantity);
        return prepare(spec, address, wish(sender, operation));
    }

    @Command(name = "deposit", description = "Record money that arrived on the settlement account outside.")
    int deposit(
            @Mixin NodeAddress address,
            @Option(names = "--sender", required = true, paramLabel = "PARTY", description = SENDER) long sender,
            @Option(names = "--account", required = true, paramLabel = "ACCOUNT", description = "Whose money it is.")
                    long account,
            @Option(names = "--currency", required = true, paramLabel = "CODE", description = "ISO 4217 code.")
                    String currency,
            @Option(names = "--amount", required = true, paramLabel = "AMOUNT", description = "Such as 1000000.00.")
                    String amount,
            @Option(
                            names = "--reference",
                            required = true,
                            paramLabel = "TEXT",
                            description = "Of the payment; used once.")
                    String reference) {
        Map<String, Object> operation = operation("recordCashDeposit");
        operation.put("account", account);
        operation.put("currency", currency);
        operation.put("amount", amount);
        operation.put("rtgsReference", reference);
        return prepare(spec, address, wish(sender, operation));
    }

    private static final String SENDER = "The party that asks; it must sign.";

    private static Map<String, Object> operation(String type) {
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("type", type);
        return operation;
    }

    private static String wish(long sender, Map<String, Object> operation) {
        Map<String, Object> wish = new LinkedHashMap<>();
        wish.put("sender", sender);
        wish.put("operation", operation);
        return JsonOutput.of(wish);
    }

    private static int prepare(CommandSpec spec, NodeAddress node, String wish) {
        try (LedgerClient client = node.client()) {
            PreparedJson prepared = client.prepare(wish);
            spec.commandLine().getOut().println(JsonOutput.of(prepared));
            return ExitCode.OK;
        }
    }
}
