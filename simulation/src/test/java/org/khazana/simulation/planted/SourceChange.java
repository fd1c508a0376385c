package org.khazana.simulation.planted;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A text in one source file and what stands there instead. White space does not matter, so that formatting may change.
 *
 * @param file from the root of the repository
 */
record SourceChange(String file, String original, String planted) {
    /** Tests run in the folder of their module. */
    private static final Path ROOT = Path.of("..");

    /**
     * Changes {@code source}, the text of the file.
     *
     * @throws IllegalStateException if the original text is not there exactly once: the plant no longer fits
     */
    String in(String source) {
        Pattern pattern = Pattern.compile(
                Stream.of(original.strip().split("\\s+")).map(Pattern::quote).collect(Collectors.joining("\\s+")));
        long found = pattern.matcher(source).results().count();
        if (found != 1) {
            throw new IllegalStateException("found " + found + " times in " + file + ": " + original);
        }
        return pattern.matcher(source).replaceFirst(Matcher.quoteReplacement(planted));
    }

    String read() {
        try {
            return Files.readString(ROOT.resolve(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The full name of the class that the file declares. */
    String className() {
        return file.substring(file.indexOf("org/khazana"), file.length() - ".java".length())
                .replace('/', '.');
    }
}
