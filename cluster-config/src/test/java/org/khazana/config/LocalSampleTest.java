package org.khazana.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.khazana.config.check.ClusterFolder;
import org.khazana.config.check.KeyFileCheck;
import org.khazana.config.generate.ClusterGenerator;
import org.khazana.config.generate.ClusterRequest;

/** The sample in {@code local/} shows what {@code khazana cluster init} writes, so it must not fall behind it. */
class LocalSampleTest {
    private static final Path SAMPLE = Path.of("local");

    @TempDir
    Path temporary;

    @Test
    void theSamplePassesTheCheckOfAClusterApartFromItsPrivateKeys() {
        ClusterFolder sample = ClusterFolder.check(SAMPLE, KeyFileCheck.NONE, Instant.EPOCH);

        assertThat(sample.nodeFiles()).hasSize(4);
    }

    @Test
    void theSampleIsWhatTheGeneratorWritesApartFromTheKeys() throws IOException {
        Genesis genesis = ClusterFolder.check(SAMPLE, KeyFileCheck.NONE, Instant.EPOCH)
                .genesisFile()
                .genesis();
        new ClusterGenerator(new SecureRandom())
                .generate(new ClusterRequest(
                        4,
                        temporary.resolve("cluster"),
                        genesis.networkName(),
                        ClusterRequest.DEFAULT_PEER_PORT_BASE,
                        ClusterRequest.DEFAULT_HTTP_PORT_BASE,
                        List.of(),
                        Instant.ofEpochMilli(genesis.createdAtMillis())));

        SortedMap<String, String> sample = textsWithoutKeys(SAMPLE);
        SortedMap<String, String> generated = textsWithoutKeys(temporary.resolve("cluster"));

        sample.remove("README.md");
        generated.keySet().removeIf(LocalSampleTest::isPrivateKey);
        assertThat(sample).isEqualTo(generated);
    }

    @Test
    void theSampleHoldsNoPrivateKey() throws IOException {
        assertThat(textsWithoutKeys(SAMPLE))
                .noneSatisfy((name, text) -> assertThat(text).contains("PRIVATE KEY"));
    }

    private static boolean isPrivateKey(String name) {
        return name.endsWith("-key.pem") || (name.startsWith("parties/") && !name.endsWith(".pub.pem"));
    }

    /** All files by name; keys, hashes and the insides of PEM files look the same in all. */
    private static SortedMap<String, String> textsWithoutKeys(Path folder) throws IOException {
        SortedMap<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file)
                        .replaceAll("[0-9a-f]{64}", "KEY")
                        .replaceAll("\"directory\": \"[0-9a-f]{8}\"", "DIRECTORY")
                        .replaceAll("(?m)^[A-Za-z0-9+/=]{2,64}\n", "");
                texts.put(folder.relativize(file).toString(), text);
            }
        }
        return texts;
    }
}
