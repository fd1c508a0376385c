package org.khazana.node.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.khazana.config.file.GenesisFile;
import org.khazana.config.file.UnreadableFile;
import org.khazana.ledger.proof.CertifiedVerdict;
import org.khazana.node.proof.ProofFile;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code khazana verify}: checks a proof, or all that a validator keeps, and says what was proved; asks nobody. */
@Command(
        name = "verify",
        description =
                "Check a proof, a snapshot, or a validator's whole data folder, offline, and say what is proved, by whom and as of when.",
        footer = {
            "%nAsks no validator. All that is trusted is the genesis: have it from somebody whom you trust, never from",
            "who hands you the proof. Ends with 1, and says why, when anything does not fit.",
            "%nValidators that were replaced can still sign what never was. Who knows that others have been appointed"
                    + " says so",
            "with --epoch: then nothing is believed that does not lead to those or later ones.",
            "%nA data folder is that of a validator that is stopped, or a copy: all its blocks are executed again from the genesis on and",
            "held against the state and the certificates in it. Nothing there changes. That takes as long as executing them did.",
            "%nA snapshot is checked as a validator does that takes it over: who vouches for its head, and whether its rows are that state.",
            "%nExamples:",
            "  khazana verify proof.json --genesis genesis.json",
            "  khazana verify proof.json --genesis genesis.json --epoch 3",
            "  khazana verify --data validator-1/data --genesis genesis.json",
            "  khazana verify --snapshot validator-1/data/snapshot --genesis genesis.json"
        })
final class VerifyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @ArgGroup(multiplicity = "1")
    private Subject subject;

    /** What is checked: one of them. */
    static final class Subject {
        @Parameters(paramLabel = "FILE", arity = "0..1", description = "What khazana proof or statement has written.")
        private @Nullable Path file;

        @Option(names = "--data", paramLabel = "DIR", description = "Data folder of a validator that is stopped.")
        private @Nullable Path data;

        @Option(
                names = "--snapshot",
                paramLabel = "DIR",
                description = "Snapshot of a validator, the folder snapshot in its data folder, or a copy.")
        private @Nullable Path snapshot;
    }

    @Option(names = "--genesis", required = true, paramLabel = "FILE", description = "The genesis of the network.")
    private Path genesis;

    @Option(
            names = "--epoch",
            paramLabel = "N",
            defaultValue = "0",
            description =
                    "Newest epoch of validators that is known: see khazana validators show. Default: 0, the founders.")
    private long epoch;

    @Override
    public Integer call() {
        GenesisFile trusted = GenesisFile.read(genesis);
        if (epoch < 0) {
            throw new CommandFailure(ExitCode.USAGE, "--epoch is 0 or more, not " + epoch + ".");
        }
        words(trusted).forEach(spec.commandLine().getOut()::println);
        return ExitCode.OK;
    }

    private List<String> words(GenesisFile trusted) {
        if (subject.file != null) {
            return words(subject.file, trusted);
        }
        return subject.snapshot != null
                ? DataFolderCheck.wordsOfSnapshot(subject.snapshot, trusted, epoch)
                : DataFolderCheck.words(Objects.requireNonNull(subject.data), trusted, epoch);
    }

    private List<String> words(Path file, GenesisFile trusted) {
        return switch (proof(file).check(trusted, epoch)) {
            case CertifiedVerdict.Proved proved -> proved.words();
            case CertifiedVerdict.Doubted doubted ->
                throw new CommandFailure(
                        ExitCode.FAILED,
                        "nothing is proved by " + file + ": " + doubted.sentence() + " (" + doubted.doubt() + ").");
        };
    }

    private static ProofFile proof(Path file) {
        try {
            return ProofFile.read(file);
        } catch (UnreadableFile e) {
            throw new CommandFailure(ExitCode.FAILED, file + " " + e.wrong() + ".", e);
        }
    }
}
