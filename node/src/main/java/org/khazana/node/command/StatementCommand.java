package org.khazana.node.command;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.khazana.api.client.LedgerClient;
import org.khazana.api.json.BalanceProofJson;
import org.khazana.api.json.JsonText;
import org.khazana.api.json.RegisterStatementJson;
import org.khazana.api.port.AsOf;
import org.khazana.config.file.UnreadableFile;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.proof.Register;
import org.khazana.ledger.proof.RegisterStatement;
import org.khazana.ledger.proof.RegisterVerifier;
import org.khazana.node.proof.ProofFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code khazana statement}: fetches who holds an asset, nobody left out, and takes from that what single holders need. */
@Command(
        name = "statement",
        description =
                "Fetch who holds how much of an asset, with what proves that nobody is left out; or take parts out of it.",
        footer = {
            "%nWith --asset a validator is asked, and two files are written: the statement, which khazana verify checks against",
            "the genesis, and beside it the same as a table (.csv). As of the newest block that is certified, or after that",
            "of --height, or at the end of the business date --date.",
            "%nWith --from nobody is asked: with --account the file that is written proves what that account holds and nothing",
            "of the others; without, it is the table.",
            "%nExamples:",
            "  khazana statement --asset PKTB26 --date 2026-06-30 --out statement.json",
            "  khazana statement --from statement.json --account 17 --out holder.json",
            "  khazana statement --from statement.json --out register.csv"
        })
final class StatementCommand implements Callable<Integer> {
    private static final String JSON = ".json";

    @Spec
    private CommandSpec spec;

    @Option(names = "--asset", paramLabel = "ASSET", description = "An ISIN or a currency code.")
    private Optional<String> asset;

    @Option(names = "--height", paramLabel = "HEIGHT", description = "After which block.")
    private Optional<Long> height;

    @Option(names = "--date", paramLabel = "DATE", description = "A business date that is over, such as 2026-06-30.")
    private Optional<LocalDate> date;

    @Option(names = "--from", paramLabel = "FILE", description = "A statement that was written before.")
    private Optional<Path> from;

    @Option(names = "--account", paramLabel = "ACCOUNT", description = "The number of an account; only with --from.")
    private Optional<Long> account;

    @Mixin
    private NodeAddress node;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where it goes; never overwritten.")
    private Path out;

    @Override
    public Integer call() {
        boolean isAsked = asset.isPresent() && from.isEmpty() && account.isEmpty();
        boolean isTaken = asset.isEmpty() && from.isPresent() && height.isEmpty() && date.isEmpty();
        if ((!isAsked && !isTaken) || (height.isPresent() && date.isPresent())) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "name either an asset, and perhaps one of --height and --date; or a statement with --from, and"
                            + " perhaps an --account.");
        }
        if (isAsked) {
            fetch(code(asset.get()));
        } else {
            take(statement(from.get()));
        }
        return ExitCode.OK;
    }

    private void fetch(AssetCode code) {
        try (LedgerClient client = node.client()) {
            byte[] file = JsonText.write(client.registerStatement(code.text(), asOf()));
            RegisterStatement statement = RegisterStatementJson.read(file);
            OutputFile.write(out, new String(file, StandardCharsets.UTF_8));
            Path table = table(out);
            OutputFile.write(table, register(statement).csv());
            say("Written to " + out + ", which khazana verify checks, and as a table to " + table + ".");
        }
    }

    private static Path table(Path file) {
        String name = file.getFileName().toString();
        String stem = name.endsWith(JSON) ? name.substring(0, name.length() - JSON.length()) : name;
        return file.resolveSibling(stem + ".csv");
    }

    private AsOf asOf() {
        if (height.isPresent()) {
            return new AsOf.Height(atLeastOne("--height", height.get()));
        }
        return date.<AsOf>map(day -> new AsOf.EndOf(day.toEpochDay())).orElseGet(AsOf.Newest::new);
    }

    private void take(RegisterStatement statement) {
        if (account.isEmpty()) {
            OutputFile.write(out, register(statement).csv());
            say("Written to " + out + "; whether it is true is said by khazana verify of the statement.");
        } else {
            AccountId holder = new AccountId(atLeastOne("--account", account.get()));
            BalanceProofJson proof =
                    statement.holder(holder).map(BalanceProofJson::of).orElseThrow(StatementCommand::contradictory);
            OutputFile.write(out, new String(JsonText.write(proof), StandardCharsets.UTF_8));
            say("Written to " + out + "; khazana verify checks it.");
        }
    }

    private static RegisterStatement statement(Path file) {
        try {
            return ProofFile.read(file)
                    .register()
                    .orElseThrow(() -> new CommandFailure(ExitCode.FAILED, file + " proves something else."));
        } catch (UnreadableFile e) {
            throw new CommandFailure(ExitCode.FAILED, file + " " + e.wrong() + ".", e);
        }
    }

    private static Register register(RegisterStatement statement) {
        return RegisterVerifier.asSaidBy(statement).orElseThrow(StatementCommand::contradictory);
    }

    private static CommandFailure contradictory() {
        return new CommandFailure(ExitCode.FAILED, "the statement contradicts itself; khazana verify says where.");
    }

    private static long atLeastOne(String option, long number) {
        if (number < 1) {
            throw new CommandFailure(ExitCode.USAGE, option + " is 1 or more, not " + number + ".");
        }
        return number;
    }

    private static AssetCode code(String text) {
        try {
            return new AssetCode(text);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(
                    ExitCode.USAGE, "--asset is 1 to 12 characters of A-Z and 0-9, not '" + text + "'.", e);
        }
    }

    private void say(String sentence) {
        spec.commandLine().getOut().println(sentence);
    }
}
