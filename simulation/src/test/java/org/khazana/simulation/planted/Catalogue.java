package org.khazana.simulation.planted;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads a catalogue of bugs; the head of {@code catalogue.txt} says how it is written. */
final class Catalogue {
    private static final Path FOLDER = Path.of("src/test/resources/planted");

    private final List<PlantedBug> bugs = new ArrayList<>();
    private final List<SourceChange> changes = new ArrayList<>();
    private final StringBuilder original = new StringBuilder();
    private final StringBuilder planted = new StringBuilder();
    private String name = "";
    private String number = "";
    private String sentence = "";
    private String file = "";

    private Catalogue() {}

    /** @param file its name */
    static List<PlantedBug> read(String file) {
        try {
            Catalogue catalogue = new Catalogue();
            Files.readAllLines(FOLDER.resolve(file)).forEach(catalogue::take);
            return List.copyOf(catalogue.bugs);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void take(String line) {
        String rest = line.substring(Math.min(line.length(), line.indexOf(' ') + 1));
        switch (line.isEmpty() ? "" : line.split(" ", 2)[0]) {
            case "bug" -> {
                String[] words = rest.split(": ", 2);
                name = words[0].split(" ", 2)[0];
                number = words[0].split(" ", 2)[1];
                sentence = words[1];
            }
            case "in" -> {
                endChange();
                file = rest;
            }
            case "-" -> {
                if (!planted.isEmpty()) {
                    endChange();
                }
                original.append(rest).append('\n');
            }
            case "+" -> planted.append(rest).append('\n');
            case "finds" -> end(rest);
            case "", "#" -> {}
            default -> throw new IllegalArgumentException("cannot read: " + line);
        }
    }

    private void endChange() {
        if (!original.isEmpty()) {
            changes.add(new SourceChange(file, original.toString(), planted.toString()));
        }
        original.setLength(0);
        planted.setLength(0);
    }

    private void end(String line) {
        endChange();
        String[] words = line.split(" within ", 2);
        Set<String> finds = Set.of(words[0].split(" ", -1));
        bugs.add(new PlantedBug(name, number, sentence, List.copyOf(changes), finds, Integer.parseInt(words[1])));
        changes.clear();
    }
}
