package org.khazana.node.command;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code khazana tx prepare transfer}: tokens from one account to another. */
@Command(
        name = "transfer",
        description = "Move tokens free of payment.",
        footer = {
            "%nExample:",
            "  khazana tx prepare transfer --sender 4 --isin PK12M1001241 --from 5001 --to 6001 --quantity 10"
        })
final class TxPrepareTransferCommand implements Callable<Integer> {
    @Mixin
    private OperationPreparation preparation;

    @Option(names = "--isin", required = true, paramLabel = "ISIN", description = "Which tokens.")
    private String isin;

    @Option(names = "--from", required = true, paramLabel = "ACCOUNT", description = "Who gives.")
    private long from;

    @Option(names = "--to", required = true, paramLabel = "ACCOUNT", description = "Who gets.")
    private long to;

    @Option(names = "--quantity", required = true, paramLabel = "TOKENS", description = "How many tokens.")
    private String quantity;

    @Override
    public Integer call() {
        return preparation.prepare(
                "transferTokens", Map.of("isin", isin, "from", from, "to", to, "quantity", quantity));
    }
}
