package org.khazana.node.command;

import java.util.concurrent.Callable;
import org.khazana.api.client.LedgerClient;
import org.khazana.api.json.ReceiptJson;
import org.khazana.api.json.TransactionJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code khazana tx show}: what a validator knows of a transaction. */
@Command(
        name = "show",
        description = "Show the receipt of a transaction.",
        footer = {
            "%nEnds with 1 when the validator does not know the transaction.",
            "%nExample:",
            "  khazana tx show 3b1f... --url http://127.0.0.1:8103"
        })
final class TxShowCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ID", description = "The transaction's id: 64 hexadecimal digits.")
    private String id;

    @Mixin
    private NodeAddress node;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public Integer call() {
        TransactionIdText.checked(id);
        try (LedgerClient client = node.client()) {
            TransactionJson transaction = client.transaction(id)
                    .orElseThrow(() -> new CommandFailure(
                            ExitCode.FAILED, "this validator does not know transaction " + id + ", or not yet."));
            spec.commandLine().getOut().println(json ? JsonOutput.of(transaction) : text(transaction));
            return ExitCode.OK;
        }
    }

    private static String text(TransactionJson transaction) {
        ReceiptJson receipt = transaction.receipt();
        return receipt == null ? "Taken, not yet executed: " + transaction.transactionId() : ReceiptText.of(receipt);
    }
}
