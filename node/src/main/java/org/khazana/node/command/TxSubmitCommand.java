package org.khazana.node.command;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.khazana.api.client.LedgerClient;
import org.khazana.api.json.ReceiptJson;
import org.khazana.api.json.TransactionJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code khazana tx submit}: hands a signed transaction to the ledger and shows the receipt. */
@Command(
        name = "submit",
        description = "Submit a signed transaction and show its receipt.",
        footer = {
            "%nSubmitting the same transaction again is always safe: it is carried out once, and the receipt is the",
            "same. Ends with 1 when the ledger refuses, and with 6 when the outcome is not known or nobody could",
            "take it now: then submit the same again.",
            "%nExamples:",
            "  khazana tx submit --in signed.json",
            "  khazana tx sign --key dealer.pem --in prepared.json | khazana tx submit --json"
        })
final class TxSubmitCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private TextInput input;

    @Mixin
    private NodeAddress node;

    @Option(
            names = "--no-wait",
            description =
                    "Return as soon as the leader has taken it, without a receipt: khazana tx show tells it later.")
    private boolean noWait;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            defaultValue = "20",
            description = "How long to go on asking for an outcome. Default: ${DEFAULT-VALUE}.")
    private long patienceSeconds;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public Integer call() {
        EnvelopeJson envelope = EnvelopeJson.read(input);
        PrintWriter out = spec.commandLine().getOut();
        Duration patience = Duration.ofSeconds(patienceSeconds);
        try (LedgerClient client = node.client()) {
            if (noWait) {
                TransactionJson pending = client.submitWithoutWaiting(envelope.toProtobuf(), patience);
                out.println(json ? JsonOutput.of(pending) : "Taken, not yet committed: " + pending.transactionId());
            } else {
                ReceiptJson receipt = client.submit(envelope.toProtobuf(), patience);
                out.println(json ? JsonOutput.of(receipt) : ReceiptText.of(receipt));
            }
            return ExitCode.OK;
        }
    }
}
