package org.khazana.simulation.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Plays every transcript; {@code -Dtranscripts.rewrite=true} renews what happens in them, for review as a diff. */
class TranscriptTest {
    private static final Path FOLDER = Path.of("src/test/resources/transcripts");

    @TestFactory
    List<DynamicTest> everyTranscriptHappensAsWritten() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> play(file)))
                    .toList();
        }
    }

    private static void play(Path file) throws IOException {
        String expected = Files.readString(file);
        String actual = Transcript.play(expected);
        if (Boolean.getBoolean("transcripts.rewrite")) {
            Files.writeString(file, actual);
        } else {
            assertThat(actual).as(file.toString()).isEqualTo(expected);
        }
    }
}
