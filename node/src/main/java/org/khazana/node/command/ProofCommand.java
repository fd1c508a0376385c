package org.khazana.node.command;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.khazana.api.client.LedgerClient;
import org.khazana.api.json.JsonText;
import org.khazana.ledger.id.AssetCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code khazana proof}: fetches what proves a transaction, what an account holds, or the past of a token. */
@Command(
        name = "proof",
        description = "Fetch what proves, to anybody who has the genesis, what became of a transaction, what an account"
                + " holds, or all that happened to a token.",
        footer = {
            "%nWho gets the file needs no validator to check it: see khazana verify. Ends with 1 when the transaction",
            "is not known, not certified yet, or what is needed is not kept by the validator that is asked.",
            "%nWith --account and --asset the file proves how much the account holds, or that it holds none, after the",
            "newest block that is certified, or after that of --height.",
            "%nWith --asset and --serial it proves by which transaction that token came into being, each by which it",
            "moved, and who holds it after the newest block that is certified. Ask an archive: it needs those blocks.",
            "%nExamples:",
            "  khazana proof 3b1f... --out proof.json",
            "  khazana proof --account 17 --asset PKTB26 --out balance.json",
            "  khazana proof --asset PKTB26 --serial 17 --out token.json"
        })
final class ProofCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ID", arity = "0..1", description = "The transaction's id: 64 hexadecimal digits.")
    private Optional<String> id;

    @Option(
            names = "--account",
            paramLabel = "ACCOUNT",
            description = "The number of an account, instead of a transaction.")
    private Optional<Long> account;

    @Option(names = "--asset", paramLabel = "ASSET", description = "What it holds: an ISIN or a currency code.")
    private Optional<String> asset;

    @Option(names = "--serial", paramLabel = "SERIAL", description = "Which token of the asset, instead of an account.")
    private Optional<Long> serial;

    @Option(names = "--height", paramLabel = "HEIGHT", description = "After which block; only with an account.")
    private Optional<Long> height;

    @Mixin
    private NodeAddress node;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where the proof goes; never overwritten. Default: standard output.")
    private Optional<Path> file;

    @Override
    public Integer call() {
        Function<LedgerClient, Object> question = question();
        try (LedgerClient client = node.client()) {
            String proof = new String(JsonText.write(question.apply(client)), StandardCharsets.UTF_8);
            if (file.isPresent()) {
                OutputFile.write(file.get(), proof);
                spec.commandLine().getOut().println("Written to " + file.get() + "; khazana verify checks it.");
            } else {
                spec.commandLine().getOut().print(proof);
                spec.commandLine().getOut().flush();
            }
            return ExitCode.OK;
        }
    }

    private Function<LedgerClient, Object> question() {
        if (id.isPresent() && account.isEmpty() && asset.isEmpty() && serial.isEmpty() && height.isEmpty()) {
            String transaction = TransactionIdText.checked(id.get());
            return client -> client.proof(transaction);
        }
        if (id.isEmpty() && account.isEmpty() && asset.isPresent() && serial.isPresent() && height.isEmpty()) {
            long number = atLeastOne("--serial", serial.get());
            String code = code(asset.get());
            return client -> client.serialHistory(code, number);
        }
        if (id.isEmpty() && account.isPresent() && asset.isPresent() && serial.isEmpty()) {
            long number = atLeastOne("--account", account.get());
            String code = code(asset.get());
            OptionalLong wanted = height.map(given -> OptionalLong.of(atLeastOne("--height", given)))
                    .orElse(OptionalLong.empty());
            return client -> client.balanceProof(number, code, wanted);
        }
        throw new CommandFailure(
                ExitCode.USAGE,
                "name a transaction; or an account and an asset with --account and --asset; or a token with --asset and"
                        + " --serial.");
    }

    private static long atLeastOne(String option, long number) {
        if (number < 1) {
            throw new CommandFailure(ExitCode.USAGE, option + " is 1 or more, not " + number + ".");
        }
        return number;
    }

    private static String code(String text) {
        try {
            return new AssetCode(text).text();
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(
                    ExitCode.USAGE, "--asset is 1 to 12 characters of A-Z and 0-9, not '" + text + "'.", e);
        }
    }
}
