package org.khazana.config.generate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.khazana.config.Genesis.Validator;
import org.khazana.config.NodeConfig;
import org.khazana.config.NodeConfig.History;
import org.khazana.config.NodeConfig.Listener;
import org.khazana.config.NodeConfig.PeerAddress;
import org.khazana.config.NodeConfig.Proofs;
import org.khazana.config.NodeConfig.Timing;
import org.khazana.config.NodeConfig.TlsFiles;
import org.khazana.config.check.ClusterFolder;
import org.khazana.config.file.KeyFiles;
import org.khazana.config.file.NewFile;
import org.khazana.config.file.NodeFile;
import org.khazana.config.file.PemFile;
import org.khazana.config.file.TlsKeyFiles;
import org.khazana.config.generate.TlsKeyMaker.TlsKey;

/** Writes a folder for each validator: its keys, its certificate and its node file; and the certificates of all. */
final class ValidatorFiles {
    private static final String HOST = "127.0.0.1";

    private final CheckedRequest request;
    private final SecureRandom random;

    ValidatorFiles(CheckedRequest request, SecureRandom random) {
        this.request = request;
        this.random = random;
    }

    /** The validators as the genesis will name them. */
    List<Validator> write() throws IOException {
        List<Validator> validators = new ArrayList<>();
        StringBuilder trusted = new StringBuilder();
        for (int i = 0; i < request.validators(); i++) {
            Path folder = Files.createDirectories(request.folder().resolve(idOf(i)));
            String signingKey = writeSigningKey(folder);
            X509Certificate certificate = writeTlsKey(folder, i);
            trusted.append(pem(certificate));
            NodeFile.write(folder.resolve(ClusterFolder.NODE_FILE), nodeConfig(folder, i));
            validators.add(new Validator(
                    idOf(i),
                    random.nextLong(1, 1L << 32),
                    FoundingCast.organisationOf(i),
                    FoundingCast.groupOf(i),
                    TlsKeyFiles.keySha256(certificate),
                    signingKey));
        }
        NewFile.write(request.folder().resolve("trusted.pem"), trusted.toString());
        return validators;
    }

    private String writeSigningKey(Path folder) throws IOException {
        byte[] privateKey = KeyFiles.newPrivateKey(random);
        KeyFiles.writePrivate(folder.resolve("signing-key.pem"), privateKey);
        return KeyFiles.hexOf(KeyFiles.publicKeyOf(privateKey));
    }

    private X509Certificate writeTlsKey(Path folder, int index) throws IOException {
        TlsKey key = new TlsKeyMaker(random).make(idOf(index), FoundingCast.organisationOf(index), request.createdAt());
        NewFile.writeSecret(
                folder.resolve("tls-key.pem"),
                PemFile.text("PRIVATE KEY", key.keys().getPrivate().getEncoded()));
        NewFile.write(folder.resolve("tls-cert.pem"), pem(key.certificate()));
        return key.certificate();
    }

    private NodeConfig nodeConfig(Path folder, int index) {
        List<PeerAddress> peers = IntStream.range(0, request.validators())
                .filter(other -> other != index)
                .mapToObj(other ->
                        new PeerAddress(idOf(other), HOST, request.peerPorts().get(other)))
                .toList();
        return new NodeConfig(
                idOf(index),
                request.folder().resolve(ClusterFolder.GENESIS_FILE),
                folder.resolve("data"),
                new TlsFiles(
                        folder.resolve("tls-key.pem"),
                        folder.resolve("tls-cert.pem"),
                        request.folder().resolve("trusted.pem")),
                folder.resolve("signing-key.pem"),
                new Listener(HOST, request.peerPorts().get(index)),
                peers,
                new Listener(HOST, request.httpPorts().get(index)),
                Timing.DEFAULT,
                History.DEFAULT,
                Proofs.DEFAULT);
    }

    private static String idOf(int index) {
        return "validator-" + (index + 1);
    }

    private static String pem(X509Certificate certificate) {
        try {
            return PemFile.text("CERTIFICATE", certificate.getEncoded());
        } catch (CertificateEncodingException impossible) {
            throw new IllegalStateException("a certificate made here cannot be encoded", impossible);
        }
    }
}
