package org.khazana.node.command;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import org.khazana.config.file.NewFile;

/** Where a command puts what it has made; never in place of something else. */
final class OutputFile {
    private OutputFile() {}

    /** @throws CommandFailure if it is there already, or cannot be written */
    static void write(Path file, String text) {
        try {
            NewFile.write(file, text);
        } catch (FileAlreadyExistsException e) {
            throw new CommandFailure(
                    ExitCode.FAILED, file + " exists already, and is not overwritten: name another file.", e);
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.FAILED, "cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
