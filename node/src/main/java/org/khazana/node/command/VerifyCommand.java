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
            "%nValidators that were replaced can still sign what never was. Who knows that others have been appointed says so",
            "with --epoch: then nothing is believed that does not lead to those or later ones.",
            "%nExamples:",
            "  khazana verify proof.json --genesis genesis.json",
            "  khazana verify proof.json --genesis genesis.json --epoch 3"
        })
final class VerifyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "What khazana proof has written.")
    private Path file;

    @Option(names = "--genesis", required = true, paramLabel = "FILE", description = "The genesis of the network.")
    private Path genesis;

    @Option(
            names = "--epoch",
            paramLabel = "N",
            defaultValue = "0",
            description = "Newest epoch of validators that is known: see khazana validators show. Default: 0, the founders.")
    private long epoch;

    @Override
    public Integer call() {
        GenesisFile trusted = GenesisFile.read(genesis);
        if (epoch < 0) {
            throw new CommandFailure(ExitCode.USAGE, "--epoch is 0 or more, not " + epoch + ".");
        }
        return switch (proof().check(trusted, epoch)) {
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
