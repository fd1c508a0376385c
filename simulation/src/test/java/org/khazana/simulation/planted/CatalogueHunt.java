package org.khazana.simulation.planted;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;

/**
 * The bugs of one catalogue and the table of {@code docs/planted-bugs.md} that says what was found. A build tries a quarter of them,
 * another one each time; {@code -Dplanted=text} all whose name contains it, {@code -Dplanted=} all there are. {@code
 * -Dplanted.rewrite=true} measures all anew and writes the table.
 *
 * @param catalogue name of its file
 * @param runs what plays a seed with a bug in it
 * @param head first line of the table
 */
record CatalogueHunt(String catalogue, Class<? extends LongFunction<String>> runs, String head) {
    private static final Path TABLES = Path.of("../docs/planted-bugs.md");
    private static final int QUARTERS = 4;

    /** One for each bug that is tried. */
    List<DynamicTest> tests() throws IOException {
        boolean rewrite = Boolean.getBoolean("planted.rewrite");
        Predicate<PlantedBug> wanted = rewrite ? any -> true : wanted(System.getProperty("planted"));
        Map<String, Long> seeds = rewrite ? Map.of() : seedsOfTables();
        List<Hunt> hunts = Catalogue.read(catalogue).parallelStream()
                .filter(wanted)
                .map(bug -> Hunt.forBug(bug, runs, Optional.ofNullable(seeds.get(bug.name()))))
                .toList();
        if (rewrite) {
            write(hunts);
        }
        return hunts.stream()
                .map(hunt -> DynamicTest.dynamicTest(hunt.bug().name(), () -> {
                    System.out.println(hunt.told());
                    assertThat(hunt.found()).as(hunt.told()).isPresent();
                    assertThat(rewrite || seeds.containsKey(hunt.bug().name()))
                            .as(
                                    "%s is in %s; renew it by -Dplanted.rewrite=true",
                                    hunt.bug().name(), TABLES)
                            .isTrue();
                }))
                .toList();
    }

    /** Without a name a quarter: all of them take half a minute, which every build cannot spend. */
    private static Predicate<PlantedBug> wanted(@Nullable String name) {
        if (name != null) {
            return bug -> bug.name().contains(name);
        }
        int quarter = new SecureRandom().nextInt(QUARTERS);
        return bug -> Math.floorMod(bug.name().hashCode(), QUARTERS) == quarter;
    }

    private static Map<String, Long> seedsOfTables() throws IOException {
        Map<String, Long> seeds = new TreeMap<>();
        for (String line : Files.readAllLines(TABLES)) {
            String[] cells = line.split("\\|", -1);
            if (cells.length > 5 && cells[5].strip().matches("[0-9]+")) {
                seeds.put(cells[2].strip(), Long.valueOf(cells[5].strip()));
            }
        }
        return seeds;
    }

    /** Instead of what stands below the head, up to the line that is no row. */
    private void write(List<Hunt> hunts) throws IOException {
        List<String> lines = Files.readAllLines(TABLES);
        int first = lines.indexOf(head) + 2;
        int end = first;
        while (end < lines.size() && lines.get(end).startsWith("|")) {
            end++;
        }
        String rows = hunts.stream().map(hunt -> hunt.tableRow() + "\n").collect(Collectors.joining());
        Files.writeString(TABLES, joined(lines.subList(0, first)) + rows + joined(lines.subList(end, lines.size())));
    }

    private static String joined(List<String> lines) {
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }
}
