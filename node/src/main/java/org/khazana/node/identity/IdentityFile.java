package org.khazana.node.identity;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.khazana.config.ConfigProblem;
import org.khazana.config.InvalidConfig;
import org.khazana.config.file.UnreadableFile;

/** One file that a node file names and that says who the node is. */
final class IdentityFile {
    private IdentityFile() {}

    interface Reading<T> {
        T read(Path file) throws UnreadableFile;
    }

    /**
     * Reads it.
     *
     * @param key under which the node file names it
     * @throws InvalidConfig if it cannot be read
     */
    static <T> T read(String key, Path file, Reading<T> reading) {
        try {
            return reading.read(file);
        } catch (UnreadableFile unreadable) {
            throw new InvalidConfig(List.of(
                    new ConfigProblem(file, OptionalInt.empty(), key, unreadable.wrong(), unreadable.allowed())));
        }
    }
}
