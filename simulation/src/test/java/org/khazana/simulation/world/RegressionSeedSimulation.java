package org.khazana.simulation.world;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.khazana.simulation.cluster.CoreFactory;

/** Plays the seeds that once found something, and tells with each what that was. */
class RegressionSeedSimulation {
    private static final Path FILE = Path.of("src/test/resources/regression-seeds.txt");

    @TestFactory
    List<DynamicTest> aSeedThatFoundSomethingFindsItNoMore() throws IOException {
        try (Stream<String> lines = Files.lines(FILE)) {
            return lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(RegressionSeedSimulation::replayed)
                    .toList();
        }
    }

    private static DynamicTest replayed(String line) {
        long seed = Long.parseLong(line.substring(0, line.indexOf(' ')));
        return DynamicTest.dynamicTest(line, () -> SeededRun.play(seed, CoreFactory.real()));
    }
}
