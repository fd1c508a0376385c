package org.khazana.node.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option {@code --in}: a file, or standard input, so that commands can be joined by pipes. */
final class TextInput {
    /** An envelope has at most 64 KiB; JSON and base64 around it stay far below this. */
    static final int BYTES_MAX = 1 << 20;

    @Option(names = "--in", paramLabel = "FILE", description = "Read this file instead of standard input.")
    private Optional<Path> file;

    /** All of the input, at most {@link #BYTES_MAX} bytes. */
    String read() {
        try (InputStream in = file.isPresent() ? Files.newInputStream(file.get()) : System.in) {
            byte[] bytes = in.readNBytes(BYTES_MAX + 1);
            if (bytes.length > BYTES_MAX) {
                throw new CommandFailure(ExitCode.FAILED, name() + " holds more than " + BYTES_MAX + " bytes.");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            throw new CommandFailure(ExitCode.FAILED, "there is no file " + e.getFile() + ".", e);
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.FAILED, "cannot read " + name() + ": " + e.getMessage(), e);
        }
    }

    /** Where the text comes from, for messages. */
    String name() {
        return file.map(Path::toString).orElse("standard input");
    }
}
