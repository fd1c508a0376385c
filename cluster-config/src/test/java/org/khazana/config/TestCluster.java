package org.khazana.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.khazana.config.check.ClusterFolder;
import org.khazana.config.check.KeyFileCheck;
import org.khazana.config.generate.ClusterGenerator;
import org.khazana.config.generate.ClusterRequest;

/** A freshly generated cluster of four in which a test can spoil something. */
public record TestCluster(Path folder) {
    public static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    public static TestCluster generateIn(Path folder) {
        new ClusterGenerator(new SecureRandom())
                .generate(new ClusterRequest(4, folder, "Test network", 7101, 8101, List.of(), NOW));
        return new TestCluster(folder);
    }

    public Path genesisFile() {
        return folder.resolve("genesis.json");
    }

    public Path nodeFile(int number) {
        return fileOf(number, "node.toml");
    }

    /** A file of a validator; the first has number 1. */
    public Path fileOf(int number, String name) {
        return folder.resolve("validator-" + number).resolve(name);
    }

    /** Replaces a piece of text that must be there. */
    public static void replace(Path file, String old, String by) {
        try {
            String text = Files.readString(file);
            assertThat(text).contains(old);
            Files.writeString(file, text.replaceFirst(Pattern.quote(old), Matcher.quoteReplacement(by)));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public ClusterFolder check() {
        return ClusterFolder.check(folder, KeyFileCheck.FULL, NOW);
    }

    /** The mistakes for which something is refused, as text without the name of the file. */
    public static List<String> problemsOf(ThrowingCallable reading) {
        InvalidConfig invalid = catchThrowableOfType(InvalidConfig.class, reading);
        assertThat(invalid).as("nothing was refused").isNotNull();
        return invalid.problems().stream()
                .map(problem -> problem.key() + ": " + problem.wrong() + "; allowed: " + problem.allowed())
                .toList();
    }
}
