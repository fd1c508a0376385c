package org.khazana.node.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of the project as they lie in its folder. */
final class Repository {
    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

    /** Maven runs tests in the folder of their module, which lies in that of the project. */
    static final Path ROOT = Objects.requireNonNull(
            Path.of(System.getProperty("basedir", "")).toAbsolutePath().getParent());

    private Repository() {}

    /** The modules that the project is built from, by their folders. */
    static List<String> modules() {
        return MODULE.matcher(read(ROOT.resolve("pom.xml")))
                .results()
                .map(module -> module.group(1))
                .toList();
    }

    /** Hand-written Java files of all modules; {@code kind} is {@code main} or {@code test}. */
    static List<Path> javaFiles(String kind) {
        return modules().stream()
                .map(module -> ROOT.resolve(module).resolve("src").resolve(kind).resolve("java"))
                .filter(Files::isDirectory)
                .flatMap(folder -> filesBelow(folder, ".java").stream())
                .toList();
    }

    /** What is written for people. */
    static List<Path> documents() {
        Stream<Path> top = Stream.of("README.md", "ARCHITECTURE.md", "GLOSSARY.md", "CONTRIBUTING.md", "CHANGELOG.md")
                .map(ROOT::resolve);
        return Stream.concat(top, filesBelow(ROOT.resolve("docs"), ".md").stream())
                .toList();
    }

    private static List<Path> filesBelow(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> matches(Pattern pattern, String text, int group) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(group))
                .toList();
    }
}
