package org.khazana.config.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.khazana.config.InvalidConfig;
import org.khazana.config.TestCluster;

/** Whatever stands in a file, reading ends in a value or in a list of mistakes. */
class MutatedFilesTest {
    private static final int RUNS = 400;
    private static final List<String> PIECES = List.of(
            "\"",
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "=",
            "\n",
            "[[",
            "]]",
            "null",
            "-1",
            "1e9",
            "\\ud800",
            "'''",
            "\"\"\"",
            ".",
            "#",
            "\0",
            "\u202e",
            "9223372036854775808",
            "a.b = 1\n",
            "\"\" = 1\n",
            "\r");

    @TempDir
    Path temporary;

    private TestCluster cluster;

    @BeforeEach
    void makeACluster() {
        cluster = TestCluster.generateIn(temporary.resolve("cluster"));
    }

    @Test
    void aSpoiledGenesisIsReadOrItsMistakesAreTold() throws IOException {
        checkAll(cluster.genesisFile(), GenesisFile::read);
    }

    @Test
    void aSpoiledNodeFileIsReadOrItsMistakesAreTold() throws IOException {
        checkAll(cluster.nodeFile(1), NodeFile::read);
    }

    @Test
    void aSpoiledKeyFileIsReadOrToldUnreadable() throws IOException {
        checkAll(cluster.fileOf(1, "signing-key.pem"), KeyFiles::readPrivate);
        checkAll(cluster.folder().resolve("parties/dealer.pub.pem"), KeyFiles::readPublic);
        checkAll(cluster.fileOf(1, "tls-key.pem"), TlsKeyFiles::readPrivate);
        checkAll(cluster.fileOf(1, "tls-cert.pem"), TlsKeyFiles::readCertificates);
    }

    private interface Reading {
        Object read(Path file) throws UnreadableFile;
    }

    private void checkAll(Path valid, Reading reading) throws IOException {
        byte[] original = Files.readAllBytes(valid);
        Path spoiled = temporary.resolve("spoiled");
        int refused = 0;
        for (long seed = 0; seed < RUNS; seed++) {
            Files.write(spoiled, mutate(original, new SplittableRandom(seed)));
            refused += isRefused(spoiled, reading, seed) ? 1 : 0;
        }
        assertThat(refused).as("refused of %s", RUNS).isGreaterThan(RUNS / 4);
    }

    private static boolean isRefused(Path file, Reading reading, long seed) {
        try {
            reading.read(file);
            return false;
        } catch (InvalidConfig invalid) {
            assertThat(invalid.problems()).as("seed %s", seed).isNotEmpty();
            return true;
        } catch (UnreadableFile unreadable) {
            return true;
        } catch (RuntimeException | StackOverflowError leaked) {
            return fail("seed " + seed + " let through " + leaked, leaked);
        }
    }

    /** One to four changes: a byte, a cut, a doubled stretch, or a piece of syntax in the wrong place. */
    private static byte[] mutate(byte[] original, SplittableRandom random) {
        byte[] bytes = original;
        for (int changes = 1 + random.nextInt(4); changes > 0 && bytes.length > 1; changes--) {
            int at = random.nextInt(bytes.length);
            int end = Math.min(bytes.length, at + 1 + random.nextInt(40));
            byte[] head = Arrays.copyOf(bytes, at);
            byte[] stretch = Arrays.copyOfRange(bytes, at, end);
            byte[] tail = Arrays.copyOfRange(bytes, end, bytes.length);
            bytes = switch (random.nextInt(4)) {
                case 0 -> join(head, new byte[] {(byte) random.nextInt(256)}, tail);
                case 1 -> join(head, tail);
                case 2 -> join(head, stretch, stretch, tail);
                default ->
                    join(
                            head,
                            PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8),
                            stretch,
                            tail);
            };
        }
        return bytes;
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }
}
