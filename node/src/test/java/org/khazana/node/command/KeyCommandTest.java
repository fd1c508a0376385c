package org.khazana.node.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.khazana.config.file.KeyFiles;

class KeyCommandTest {
    @TempDir
    private Path folder;

    @Test
    void aNewKeyPairStandsInTwoFilesThatBelongTogether() throws Exception {
        Path key = folder.resolve("treasury.pem");

        CommandRun run = CommandRun.of("key", "new", "--out", key.toString());

        assertThat(run.exitCode()).isZero();
        byte[] publicKey = KeyFiles.readPublic(folder.resolve("treasury.pub.pem"));
        assertThat(KeyFiles.publicKeyOf(KeyFiles.readPrivate(key))).isEqualTo(publicKey);
        assertThat(run.out()).contains(KeyFiles.hexOf(publicKey));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
    }

    @Test
    void anExistingFileIsNeverOverwritten() throws IOException {
        Path key = folder.resolve("treasury.pem");
        Path publicKey = folder.resolve("treasury.pub.pem");
        Files.writeString(publicKey, "precious");

        CommandRun run = CommandRun.of("key", "new", "--out", key.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains(publicKey + " exists already");
        assertThat(publicKey).hasContent("precious");
        assertThat(key).doesNotExist();
    }

    @Test
    void theSamePublicKeyIsShownForBothFiles() {
        Path key = folder.resolve("treasury.pem");
        CommandRun.of("key", "new", "--out", key.toString());

        CommandRun ofPrivate = CommandRun.of("key", "show", key.toString(), "--json");
        CommandRun ofPublic =
                CommandRun.of("key", "show", folder.resolve("treasury.pub.pem").toString(), "--json");

        assertThat(ofPrivate.out()).isEqualTo(ofPublic.out()).contains("publicKeyHex");
    }

    @Test
    void aFileThatIsNoKeyIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("not-a-key.pem"), "hello");

        CommandRun run = CommandRun.of("key", "show", file.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains(file + " holds no PEM");
    }
}
