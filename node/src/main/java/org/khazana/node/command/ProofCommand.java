package org.khazana.node.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.khazana.api.client.LedgerClient;
import org.khazana.api.json.JsonText;
import org.khazana.config.file.NewFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code khazana proof}: fetches what proves a transaction. */
@Command(
        name = "proof",
        description = "Fetch what proves, to anybody who has the genesis, what became of a transaction.",
        footer = {
            "%nWho gets the file needs no validator to check it: see khazana verify. Ends with 1 when the transaction",
            "is not known, not certified yet, or its block is not kept by the validator that is asked.",
            "%nExample:",
            "  khazana proof 3b1f... --out proof.json"
        })
final class ProofCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ID", description = "The transaction's id: 64 hexadecimal digits.")
    private String id;

    @Mixin
    private NodeAddress node;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where the proof goes; never overwritten. Default: standard output.")
    private Optional<Path> file;

    @Override
    public Integer call() {
        TransactionIdText.checked(id);
        try (LedgerClient client = node.client()) {
            String proof = new String(JsonText.write(client.proof(id)), StandardCharsets.UTF_8);
            if (file.isPresent()) {
                write(file.get(), proof);
                spec.commandLine().getOut().println("Written to " + file.get() + "; khazana verify checks it.");
            } else {
                spec.commandLine().getOut().print(proof);
                spec.commandLine().getOut().flush();
            }
            return ExitCode.OK;
        }
    }

    private static void write(Path file, String proof) {
        try {
            NewFile.write(file, proof);
        } catch (FileAlreadyExistsException e) {
            throw new CommandFailure(
                    ExitCode.FAILED, file + " exists already, and is not overwritten: name another file.", e);
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.FAILED, "cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
