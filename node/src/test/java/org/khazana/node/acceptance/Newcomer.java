package org.khazana.node.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.time.Instant;
import java.util.List;
import org.khazana.config.NodeConfig;
import org.khazana.config.NodeConfig.Listener;
import org.khazana.config.NodeConfig.PeerAddress;
import org.khazana.config.NodeConfig.TlsFiles;
import org.khazana.config.file.KeyFiles;
import org.khazana.config.file.NewFile;
import org.khazana.config.file.NodeFile;
import org.khazana.config.file.PemFile;
import org.khazana.config.generate.TlsKeyMaker;
import org.khazana.node.supervision.ValidatorNode;

/**
 * What an organisation makes for itself before it joins a network: keys, a certificate and a node file.
 *
 * @param node how it is run and reached
 */
record Newcomer(String id, Path folder, int peerPort, ValidatorNode node) {
    private static final String HOST = "127.0.0.1";

    /** Writes the files; its node file names the founders, as the others know them. */
    static Newcomer make(TestNetwork network, String id, int peerPort, int httpPort) {
        try {
            Path folder = Files.createDirectories(network.folder().folder().resolve(id));
            SecureRandom random = new SecureRandom();
            byte[] signingKey = KeyFiles.newPrivateKey(random);
            KeyFiles.writePrivate(folder.resolve("signing-key.pem"), signingKey);
            KeyFiles.writePublic(folder.resolve("signing-key.pub.pem"), KeyFiles.publicKeyOf(signingKey));
            TlsKeyMaker.TlsKey tls = new TlsKeyMaker(random).make(id, "Custodian Three", Instant.now());
            NewFile.writeSecret(
                    folder.resolve("tls-key.pem"),
                    PemFile.text("PRIVATE KEY", tls.keys().getPrivate().getEncoded()));
            NewFile.write(
                    folder.resolve("tls-cert.pem"),
                    PemFile.text("CERTIFICATE", tls.certificate().getEncoded()));
            NodeFile.write(folder.resolve("node.toml"), config(network, id, folder, peerPort, httpPort));
            return new Newcomer(
                    id,
                    folder,
                    peerPort,
                    new ValidatorNode(
                            id,
                            folder.resolve("node.toml"),
                            folder.resolve("node.log"),
                            java.net.URI.create("http://" + HOST + ":" + httpPort)));
        } catch (IOException | CertificateEncodingException e) {
            throw new UncheckedIOException(e instanceof IOException io ? io : new IOException(e));
        }
    }

    private static NodeConfig config(TestNetwork network, String id, Path folder, int peerPort, int httpPort) {
        NodeConfig founder = network.folder().nodeFiles().getFirst().config();
        List<PeerAddress> founders = network.folder().nodeFiles().stream()
                .map(node -> new PeerAddress(
                        node.config().validator(),
                        HOST,
                        node.config().peerListener().port()))
                .toList();
        return new NodeConfig(
                id,
                founder.genesisFile(),
                folder.resolve("data"),
                new TlsFiles(
                        folder.resolve("tls-key.pem"),
                        folder.resolve("tls-cert.pem"),
                        founder.tls().trusted()),
                folder.resolve("signing-key.pem"),
                new Listener(HOST, peerPort),
                founders,
                new Listener(HOST, httpPort),
                founder.timing(),
                founder.history(),
                founder.proofs());
    }
}
