package org.khazana.config.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyFilesTest {
    /** The key of RFC 8032, section 7.1, test 1, as OpenSSL writes it. */
    private static final String RFC_PRIVATE_PEM = """
            -----BEGIN PRIVATE KEY-----
            MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g
            -----END PRIVATE KEY-----
            """;

    private static final String RFC_PUBLIC_PEM = """
            -----BEGIN PUBLIC KEY-----
            MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=
            -----END PUBLIC KEY-----
            """;

    private static final String RFC_PUBLIC = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";

    @TempDir
    Path temporary;

    @Test
    void readsAndWritesTheFormOfOpenSsl() throws IOException, UnreadableFile {
        Path opensslPrivate = Files.writeString(temporary.resolve("a.pem"), RFC_PRIVATE_PEM);
        Path opensslPublic = Files.writeString(temporary.resolve("a.pub.pem"), RFC_PUBLIC_PEM);

        byte[] privateKey = KeyFiles.readPrivate(opensslPrivate);
        KeyFiles.writePrivate(temporary.resolve("b.pem"), privateKey);
        KeyFiles.writePublic(temporary.resolve("b.pub.pem"), KeyFiles.publicKeyOf(privateKey));

        assertThat(KeyFiles.hexOf(KeyFiles.publicKeyOf(privateKey))).isEqualTo(RFC_PUBLIC);
        assertThat(KeyFiles.hexOf(KeyFiles.readPublic(opensslPublic))).isEqualTo(RFC_PUBLIC);
        assertThat(temporary.resolve("b.pem")).hasContent(RFC_PRIVATE_PEM);
        assertThat(temporary.resolve("b.pub.pem")).hasContent(RFC_PUBLIC_PEM);
    }

    @Test
    void writesAPrivateKeyForItsOwnerOnlyAndNeverOverAnother() throws IOException {
        Path file = temporary.resolve("key.pem");
        byte[] privateKey = KeyFiles.newPrivateKey(new SecureRandom());

        KeyFiles.writePrivate(file, privateKey);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThatThrownBy(() -> KeyFiles.writePrivate(file, privateKey))
                .isInstanceOf(FileAlreadyExistsException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "'', holds no PEM",
        "hello, holds no PEM",
        "-----BEGIN PRIVATE KEY-----, damaged PEM",
        "'-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n', cannot be decoded",
        "'-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n', ENCRYPTED PRIVATE KEY",
    })
    void saysWhatIsWrongWithAPrivateKey(String text, String told) throws IOException {
        Path file = Files.writeString(temporary.resolve("key.pem"), text);

        assertThatThrownBy(() -> KeyFiles.readPrivate(file))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining(told)
                .hasMessageContaining("without a password");
    }

    @Test
    void refusesAPublicKeyForAPrivateOneAndTheReverse() throws IOException {
        Path privateFile = Files.writeString(temporary.resolve("a.pem"), RFC_PRIVATE_PEM);
        Path publicFile = Files.writeString(temporary.resolve("a.pub.pem"), RFC_PUBLIC_PEM);

        assertThatThrownBy(() -> KeyFiles.readPrivate(publicFile)).hasMessageContaining("holds 'PUBLIC KEY'");
        assertThatThrownBy(() -> KeyFiles.readPublic(privateFile)).hasMessageContaining("holds 'PRIVATE KEY'");
    }
}
