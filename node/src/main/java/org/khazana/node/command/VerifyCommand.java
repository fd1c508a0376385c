package org.khazana.node.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.khazana.config.file.GenesisFile;
import org.khazana.config.file.UnreadableFile;
import org.khazana.ledger.proof.CertifiedVerdict;
import org.khazana.node.proof.ProofFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code khazana verify}: checks a proof and says what was proved; asks nobody. */
@Command(
        name = "verify",
        description = "Check a proof offline, and say what is proved, by whom and as of when.",
        footer = {
            "%nAsks no validator. All that is trusted is the genesis: have it from somebody whom you trust, never from",
            "who hands you the proof. Ends with 1, and says why, when anything does not fit.",
            "%nProofs that validators have certified who were appointed after the genesis cannot be checked yet.",
            "%nExample:",
            "  khazana verify proof.json --genesis genesis.json"
        })
final class VerifyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "What khazana proof has written.")
    private Path file;

    @Option(names = "--genesis", required = true, paramLabel = "FILE", description = "The genesis of the network.")
    private Path genesis;

    @Override
    public Integer call() {
        GenesisFile trusted = GenesisFile.read(genesis);
        return switch (proof().check(trusted)) {
            case CertifiedVerdict.Proved proved -> {
                proved.words().forEach(spec.commandLine().getOut()::println);
                yield ExitCode.OK;
            }
            case CertifiedVerdict.Doubted doubted ->
                throw new CommandFailure(
                        ExitCode.FAILED,
                        "nothing is proved by " + file + ": " + doubted.sentence() + " (" + doubted.doubt() + ").");
        };
    }

    private ProofFile proof() {
        try {
            return ProofFile.read(file);
        } catch (UnreadableFile e) {
            throw new CommandFailure(ExitCode.FAILED, file + " " + e.wrong() + ".", e);
        }
    }
}
