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
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * A check that cannot fail proves nothing: each bug of the catalogue must be found by the simulator within its number of
 * seeds, by a property that names it. Each build tries a quarter of them, another one each time; {@code
 * -Dplanted=text} all whose name contains it, {@code -Dplanted=} all there are. {@code -Dplanted.rewrite=true} measures all anew
 * and writes {@code docs/planted-bugs.md}.
 */
class PlantedBugTest {
    private static final Path TABLE = Path.of("../docs/planted-bugs.md");
    private static final int QUARTERS = 4;
    private static final String HEAD =
            "| appendix A | bug | what is wrong | found by | in seed | must be found within |";

    @TestFactory
    List<DynamicTest> everyPlantedBugIsFound() throws IOException {
        boolean rewrite = Boolean.getBoolean("planted.rewrite");
        Predicate<PlantedBug> wanted = rewrite ? any -> true : wanted(System.getProperty("planted"));
        Map<String, Long> seeds = rewrite ? Map.of() : seedsOfTable();
        List<Hunt> hunts = Catalogue.read().parallelStream()
                .filter(wanted)
                .map(bug -> Hunt.forBug(bug, Optional.ofNullable(seeds.get(bug.name()))))
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
                                    hunt.bug().name(), TABLE)
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

    private static Map<String, Long> seedsOfTable() throws IOException {
        Map<String, Long> seeds = new TreeMap<>();
        for (String line : Files.readAllLines(TABLE)) {
            String[] cells = line.split("\\|", -1);
            if (cells.length > 5 && cells[5].strip().matches("[0-9]+")) {
                seeds.put(cells[2].strip(), Long.valueOf(cells[5].strip()));
            }
        }
        return seeds;
    }

    private static void write(List<Hunt> hunts) throws IOException {
        String text = Files.readString(TABLE);
        String before = text.substring(0, text.indexOf(HEAD));
        String rows = hunts.stream().map(Hunt::tableRow).collect(Collectors.joining("\n"));
        Files.writeString(TABLE, before + HEAD + "\n| --- | --- | --- | --- | --- | --- |\n" + rows + "\n");
    }
}
