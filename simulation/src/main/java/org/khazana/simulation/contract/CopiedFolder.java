package org.khazana.simulation.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Gives each test a folder of its own that is costly to make. */
public final class CopiedFolder {
    private CopiedFolder() {}

    /**
     * Copies the files of a folder that has no others in it, and that nobody writes.
     *
     * @param to is made
     * @return {@code to}
     */
    public static Path of(Path folder, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> listed = Files.list(folder)) {
            for (Path file : listed.toList()) {
                Files.copy(file, to.resolve(file.getFileName().toString()));
            }
        }
        return to;
    }
}
