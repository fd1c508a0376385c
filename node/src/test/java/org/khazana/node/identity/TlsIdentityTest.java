package org.khazana.node.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.khazana.config.Genesis;
import org.khazana.config.InvalidConfig;
import org.khazana.config.NodeConfig;
import org.khazana.config.check.ClusterFolder;
import org.khazana.config.file.PemFile;
import org.khazana.config.file.TlsKeyFiles;
import org.khazana.config.generate.ClusterGenerator;
import org.khazana.config.generate.ClusterRequest;
import org.khazana.config.generate.TlsKeyMaker;

class TlsIdentityTest {
    private static final int FIRST = 0;
    private static final int SECOND = 1;
    private static final int THIRD = 2;

    @TempDir
    Path temporary;

    private ClusterFolder cluster;

    @BeforeEach
    void makeACluster() {
        cluster = generate(temporary.resolve("cluster"));
    }

    @Test
    void twoValidatorsRecogniseEachOther() throws Exception {
        InMemoryHandshake handshake = InMemoryHandshake.between(identityOf(FIRST), identityOf(SECOND));

        assertThat(handshake.protocol()).isEqualTo("TLSv1.3");
        assertThat(identityOf(FIRST).validatorOf(handshake.certificateOfServer()))
                .contains("validator-2");
        assertThat(identityOf(SECOND).validatorOf(handshake.certificateOfClient()))
                .contains("validator-1");
    }

    @Test
    void aCertificateIsThatOfItsOwnValidatorOnly() throws Exception {
        InMemoryHandshake handshake = InMemoryHandshake.between(identityOf(FIRST), identityOf(SECOND));

        Optional<String> whoAnswered = identityOf(FIRST).validatorOf(handshake.certificateOfServer());

        assertThat(whoAnswered).isNotEqualTo(Optional.of("validator-3"));
    }

    @Test
    void aServerFromAnotherClusterIsRefused() {
        TlsIdentity stranger = identityIn(generate(temporary.resolve("other")), SECOND);

        assertThatThrownBy(() -> InMemoryHandshake.between(identityOf(FIRST), stranger))
                .hasMessageContaining("belongs to no validator of this network");
    }

    @Test
    void aClientWithAnUnknownKeyIsRefusedByTheServer() throws Exception {
        // It knows the validators and trusts the server, but its own key is not in there; its certificate claims it is.
        TlsIdentity impostor = withCertificate(
                new TlsKeyMaker(new SecureRandom()).make("validator-1", "Ministry of Finance", Instant.now()));

        assertThatThrownBy(() -> InMemoryHandshake.between(impostor, identityOf(SECOND)))
                .hasMessageContaining("belongs to no validator of this network");
    }

    @Test
    void anExpiredCertificateIsRefusedThoughItsKeyIsPinned() throws Exception {
        Instant now = Instant.now();
        TlsKeyMaker.TlsKey expired = new TlsKeyMaker(new SecureRandom())
                .make("validator-1", "Ministry of Finance", now.minusSeconds(7200), now.minusSeconds(3600));
        PinnedTrust trust = new PinnedTrust(new PinnedKeys(key ->
                Optional.of("validator-1").filter(id -> key.equals(TlsKeyFiles.keySha256(expired.certificate())))));

        assertThatThrownBy(() -> trust.checkClientTrusted(new X509Certificate[] {expired.certificate()}, "EC"))
                .hasMessageContaining("NotAfter");
    }

    @Test
    void aPeerWithoutCertificateIsRefused() {
        PinnedTrust trust = new PinnedTrust(new PinnedKeys(keysOf(cluster)));

        assertThatThrownBy(() -> trust.checkServerTrusted(new X509Certificate[0], "EC"))
                .hasMessageContaining("shows no certificate");
    }

    @Test
    void aMissingKeyFileIsToldAsAMistakeOfTheOperator() throws IOException {
        NodeConfig config = cluster.nodeFiles().get(THIRD).config();
        Files.delete(config.tls().key());

        assertThatThrownBy(() -> TlsIdentity.of(config, keysOf(cluster)))
                .isInstanceOf(InvalidConfig.class)
                .hasMessageContaining("tls.key: does not exist");
    }

    private TlsIdentity withCertificate(TlsKeyMaker.TlsKey key) throws IOException, CertificateEncodingException {
        NodeConfig config = cluster.nodeFiles().get(FIRST).config();
        Files.writeString(
                config.tls().key(),
                PemFile.text("PRIVATE KEY", key.keys().getPrivate().getEncoded()));
        Files.writeString(
                config.tls().certificate(),
                PemFile.text("CERTIFICATE", key.certificate().getEncoded()));
        return TlsIdentity.of(config, keysOf(cluster));
    }

    /** As the ledger knows them at the founding. */
    private static Function<String, Optional<String>> keysOf(ClusterFolder cluster) {
        return key -> cluster.genesisFile().genesis().validators().stream()
                .filter(validator -> validator.tlsKeySha256().equals(key))
                .map(Genesis.Validator::id)
                .findFirst();
    }

    private TlsIdentity identityOf(int index) {
        return identityIn(cluster, index);
    }

    private static TlsIdentity identityIn(ClusterFolder cluster, int index) {
        return TlsIdentity.of(cluster.nodeFiles().get(index).config(), keysOf(cluster));
    }

    private static ClusterFolder generate(Path folder) {
        return new ClusterGenerator(new SecureRandom())
                .generate(new ClusterRequest(3, folder, "Test network", 7101, 8101, List.of(), Instant.now()));
    }
}
