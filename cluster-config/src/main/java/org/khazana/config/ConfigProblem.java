package org.khazana.config;

import java.nio.file.Path;
import java.util.OptionalInt;

/**
 * One mistake in one file. Checking reports all of them at once.
 *
 * @param line in the file, from 1; empty when the mistake has no line
 * @param key where in the file, such as {@code peer-listener.port} or {@code validators[2].group}; for text that is not
 *     readable at all, {@code line 3, column 5}
 * @param wrong what is wrong, with the value found
 * @param allowed what would be right
 */
public record ConfigProblem(Path file, OptionalInt line, String key, String wrong, String allowed) {
    @Override
    public String toString() {
        String place = line.isPresent() ? file + ":" + line.getAsInt() : file.toString();
        return place + ": " + key + ": " + wrong + "; allowed: " + allowed;
    }
}
