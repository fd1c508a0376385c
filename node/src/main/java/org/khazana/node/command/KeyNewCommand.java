package org.khazana.node.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.khazana.config.file.KeyFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code khazana key new}: a fresh Ed25519 key pair in two PEM files, as openssl would write them. */
@Command(
        name = "new",
        description = "Make an Ed25519 key pair: the private key in FILE, the public key beside it.",
        footer = {
            "%nThe private key gets mode 0600 and no password. No file is ever overwritten.",
            "%nExamples:",
            "  khazana key new --out treasury.pem",
            "      makes treasury.pem and treasury.pub.pem",
            "  khazana cluster init --dir my-cluster --key 1=treasury.pub.pem",
            "      founds a network in which party 1 can sign with it"
        })
final class KeyNewCommand implements Callable<Integer> {
    private static final String SUFFIX = ".pem";
    private static final String PUBLIC_SUFFIX = ".pub.pem";

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "Where the private key goes; the public key goes to FILE with .pub.pem at its end.")
    private Path out;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public Integer call() {
        Path publicFile = publicFileOf(out);
        byte[] privateKey = KeyFiles.newPrivateKey(new SecureRandom());
        byte[] publicKey = KeyFiles.publicKeyOf(privateKey);
        write(publicFile, privateKey, publicKey);
        print(publicFile, PublicKeyText.of(publicKey));
        return ExitCode.OK;
    }

    static Path publicFileOf(Path privateFile) {
        String name = privateFile.getFileName().toString();
        String stem = name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
        return privateFile.resolveSibling(stem + PUBLIC_SUFFIX);
    }

    private void write(Path publicFile, byte[] privateKey, byte[] publicKey) {
        try {
            if (Files.exists(publicFile)) {
                throw new FileAlreadyExistsException(publicFile.toString());
            }
            KeyFiles.writePrivate(out, privateKey);
            KeyFiles.writePublic(publicFile, publicKey);
        } catch (FileAlreadyExistsException e) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    e.getFile() + " exists already, and keys are never overwritten: name another file.");
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.FAILED, "cannot write the key: " + e.getMessage(), e);
        }
    }

    private void print(Path publicFile, PublicKeyText text) {
        PrintWriter printer = spec.commandLine().getOut();
        if (json) {
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("privateKeyFile", out.toString());
            fields.put("publicKeyFile", publicFile.toString());
            fields.putAll(text.toJson());
            printer.println(JsonOutput.of(fields));
            return;
        }
        printer.println("Private key: " + out + " (only you may read it; whoever has it can sign for its party)");
        printer.println("Public key:  " + publicFile);
        printer.println("             " + text.hex());
    }
}
