package org.khazana.ledger.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The rule tables, {@code src/test/resources/rules/*.txt}: who does what, and what comes of it. */
final class RuleTables {
    private static final Path FOLDER = Path.of("src/test/resources/rules");
    private static final String ENDING = ".txt";

    private RuleTables() {}

    /** What they are about, in order. */
    static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .sorted()
                    .toList();
        }
    }

    /** The text of a test, named with its package below {@code org.khazana.ledger}. */
    static String sourceOf(String test) throws IOException {
        return Files.readString(Path.of("src/test/java/org/khazana/ledger", test.replace('.', '/') + ".java"));
    }

    static Path file(String name) {
        return FOLDER.resolve(name + ENDING);
    }

    /** The rows of one table, without its comments. */
    static List<Attempt> read(String name) throws IOException {
        List<String> lines = Files.readAllLines(file(name));
        List<Attempt> attempts = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank() && !lines.get(i).startsWith("#")) {
                attempts.add(Attempt.parse(i + 1, lines.get(i)));
            }
        }
        return attempts;
    }
}
