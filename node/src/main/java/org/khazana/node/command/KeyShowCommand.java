package org.khazana.node.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.khazana.config.file.KeyFiles;
import org.khazana.config.file.UnreadableFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code khazana key show}: the public key in a file, in the forms that genesis and API want. */
@Command(
        name = "show",
        description = "Print the public key of a private or public key file.",
        footer = {"%nExamples:", "  khazana key show treasury.pem", "  khazana key show treasury.pub.pem --json"})
final class KeyShowCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "A private or public Ed25519 key in PEM.")
    private Path file;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public Integer call() {
        PublicKeyText text = PublicKeyText.of(publicKey());
        if (json) {
            spec.commandLine().getOut().println(JsonOutput.of(text.toJson()));
        } else {
            spec.commandLine().getOut().println("hexadecimal (genesis): " + text.hex());
            spec.commandLine().getOut().println("base64 (API):          " + text.base64());
        }
        return ExitCode.OK;
    }

    private byte[] publicKey() {
        try {
            return KeyFiles.publicKeyOf(KeyFiles.readPrivate(file));
        } catch (UnreadableFile notPrivate) {
            return publicKeyOnly();
        }
    }

    private byte[] publicKeyOnly() {
        try {
            return KeyFiles.readPublic(file);
        } catch (UnreadableFile e) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    file + " " + e.wrong() + "; it should hold an Ed25519 key, private or public, in PEM.");
        }
    }
}
