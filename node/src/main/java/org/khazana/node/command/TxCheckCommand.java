package org.khazana.node.command;

import java.util.concurrent.Callable;
import org.khazana.api.client.LedgerClient;
import org.khazana.api.json.CheckJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code khazana tx check}: tells what a signed transaction would come to. */
@Command(
        name = "check",
        description = "Tell what a signed transaction would come to if it were the next one. Changes nothing.",
        footer = {
            "%nNames every rule that would be broken. Ends with 1 when it would be refused.",
            "%nExample:",
            "  khazana tx sign --key dealer.pem --in prepared.json | khazana tx check"
        })
final class TxCheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private TextInput input;

    @Mixin
    private NodeAddress node;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public Integer call() {
        EnvelopeJson envelope = EnvelopeJson.read(input);
        try (LedgerClient client = node.client()) {
            CheckJson check = client.check(envelope.toProtobuf());
            spec.commandLine().getOut().println(json ? JsonOutput.of(check) : ReceiptText.of(check));
            return check.refusals() == null ? ExitCode.OK : ExitCode.FAILED;
        }
    }
}
