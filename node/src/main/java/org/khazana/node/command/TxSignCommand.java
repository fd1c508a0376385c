package org.khazana.node.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.khazana.config.file.GenesisFile;
import org.khazana.config.file.KeyFiles;
import org.khazana.config.file.UnreadableFile;
import org.khazana.ledger.crypto.Domain;
import org.khazana.ledger.crypto.Ed25519;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.ledger.transaction.EnvelopeLimits;
import org.khazana.ledger.transaction.TransactionSignature;
import org.khazana.ledger.words.TransactionWords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code khazana tx sign}: adds a signature, offline, after saying what is signed. */
@Command(
        name = "sign",
        description = "Add a signature to a prepared transaction. Needs no network.",
        footer = {
            "%nWhat is signed is decoded from the body itself and told in plain words on standard error;",
            "a body that cannot be decoded completely is not signed. The envelope goes to standard output.",
            "%nExamples:",
            "  khazana tx sign --key dealer.pem --in prepared.json > signed.json",
            "  khazana tx prepare --in op.json | khazana tx sign --key ministry.pem \\",
            "      | khazana tx sign --key central-bank.pem | khazana tx submit"
        })
final class TxSignCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private TextInput input;

    @Option(names = "--key", required = true, paramLabel = "FILE", description = "The private key, in PEM.")
    private Path keyFile;

    @Option(
            names = "--genesis",
            paramLabel = "FILE",
            description = "Refuse to sign for any network but the one of this genesis file.")
    private Optional<Path> genesis;

    @Override
    public Integer call() {
        byte[] privateKey = readKey();
        EnvelopeJson envelope = EnvelopeJson.read(input);
        genesis.ifPresent(file -> requireNetwork(envelope, file));
        PublicKey key = Ed25519.publicKeyOf(privateKey);
        requireRoomFor(envelope, key);
        tell(envelope, key);
        byte[] signature = Ed25519.sign(privateKey, envelope.signingBytes());
        EnvelopeJson signed = envelope.with(TransactionSignature.of(key, signature));
        spec.commandLine().getOut().println(JsonOutput.of(signed.toJson()));
        return ExitCode.OK;
    }

    private byte[] readKey() {
        try {
            return KeyFiles.readPrivate(keyFile);
        } catch (UnreadableFile e) {
            throw new CommandFailure(
                    ExitCode.FAILED, keyFile + " " + e.wrong() + "; it should hold " + e.allowed() + ".", e);
        }
    }

    private static void requireNetwork(EnvelopeJson envelope, Path file) {
        ChainId wanted = new ChainId(Domain.GENESIS.hash(GenesisFile.read(file).bytes()));
        if (!envelope.body().chainId().equals(wanted)) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "not signed: the transaction is for network "
                            + envelope.body().chainId() + ", but " + file + " is network " + wanted + ".");
        }
    }

    private static void requireRoomFor(EnvelopeJson envelope, PublicKey key) {
        if (envelope.isSignedBy(key)) {
            throw new CommandFailure(ExitCode.FAILED, "not signed: this key has signed already.");
        }
        if (envelope.signatures().size() >= EnvelopeLimits.SIGNATURES_MAX) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "not signed: it carries " + EnvelopeLimits.SIGNATURES_MAX + " signatures, which is the most.");
        }
    }

    private void tell(EnvelopeJson envelope, PublicKey key) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("Signing transaction " + envelope.transactionId());
        TransactionWords.of(envelope.body()).forEach(line -> err.println("  " + line));
        err.println(
                "  with key " + key + ", as signature " + (envelope.signatures().size() + 1));
        err.flush();
    }
}
