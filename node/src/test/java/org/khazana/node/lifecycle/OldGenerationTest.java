package org.khazana.node.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OldGenerationTest {
    private static final long MIB = 1L << 20;

    @Test
    void itIsCollectedBeforeTheHeapIsAtItsLargest() throws IOException, InterruptedException {
        assertThat(mostBytesOfHoarder("watched")).isLessThan(300 * MIB);
    }

    @Test
    void leftAloneItGrowsUpToTheLargestHeap() throws IOException, InterruptedException {
        assertThat(mostBytesOfHoarder()).isGreaterThan(400 * MIB);
    }

    @Test
    void whatLivesMayGrowByHalfBeforeTheNextCollection() {
        assertThat(OldGeneration.nextThreshold(200 * MIB, 1_024 * MIB)).isEqualTo(300 * MIB);
        assertThat(OldGeneration.nextThreshold(MIB, 1_024 * MIB)).isEqualTo(80 * MIB);
        assertThat(OldGeneration.nextThreshold(200 * MIB, 250 * MIB)).isEqualTo(250 * MIB);
        assertThat(OldGeneration.nextThreshold(200 * MIB, -1)).isEqualTo(300 * MIB);
    }

    /** In a process of its own, which throws away half a gigabyte. */
    private static long mostBytesOfHoarder(String... arguments) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms32m",
                "-Xmn16m",
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Hoarder.class.getName()));
        words.addAll(List.of(arguments));
        Process process = new ProcessBuilder(words)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        assertThat(process.waitFor()).isZero();
        return Long.parseLong(told.strip());
    }
}
