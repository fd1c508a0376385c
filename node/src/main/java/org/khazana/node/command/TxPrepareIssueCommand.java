package org.khazana.node.command;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code khazana tx prepare issue}: new tokens into an account. */
@Command(
        name = "issue",
        description = "Bring tokens into being.",
        footer = {
            "%nExample:",
            "  khazana tx prepare issue --sender 1 --isin PK12M1001241 --account 3001 --quantity 1000"
        })
final class TxPrepareIssueCommand implements Callable<Integer> {
    @Mixin
    private OperationPreparation preparation;

    @Option(names = "--isin", required = true, paramLabel = "ISIN", description = "Which tokens.")
    private String isin;

    @Option(names = "--account", required = true, paramLabel = "ACCOUNT", description = "Who gets them.")
    private long account;

    @Option(names = "--quantity", required = true, paramLabel = "TOKENS", description = "How many tokens.")
    private String quantity;

    @Override
    public Integer call() {
        return preparation.prepare("issueTokens", Map.of("isin", isin, "account", account, "quantity", quantity));
    }
}
