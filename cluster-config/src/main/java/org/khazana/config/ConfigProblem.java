package org.khazana.config;

import java.nio.file.Path;

/**
 * One mistake in one file. Checking reports all of them at once.
 *
 * @param key where in the file, such as {@code peer.listen.port} or {@code validators[2].group}
 * @param wrong what is wrong, with the value found
 * @param allowed what would be right
 */
public record ConfigProblem(Path file, String key, String wrong, String allowed) {
    @Override
    public String toString() {
        return file + ": " + key + ": " + wrong + "; allowed: " + allowed;
    }
}
