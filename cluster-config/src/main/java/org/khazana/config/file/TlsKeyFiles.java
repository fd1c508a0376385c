package org.khazana.config.file;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.util.io.pem.PemObject;

/** Private keys and certificates for TLS in PEM files: elliptic curve keys, X.509 certificates. */
public final class TlsKeyFiles {
    private static final String PRIVATE = "an EC private key in PEM (PKCS #8, without a password)";
    private static final String CERTIFICATES = "X.509 certificates in PEM";

    private TlsKeyFiles() {}

    public static PrivateKey readPrivate(Path file) throws UnreadableFile {
        PemObject object = PemFile.read(file, "PRIVATE KEY", PRIVATE);
        try {
            return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(object.getContent()));
        } catch (GeneralSecurityException unusable) {
            throw new UnreadableFile("holds a private key of another kind or a damaged one", PRIVATE);
        }
    }

    /** All certificates of a file in their order; at least one. */
    public static List<X509Certificate> readCertificates(Path file) throws UnreadableFile {
        byte[] bytes = BoundedFile.read(file, PemFile.BYTES_MAX);
        List<X509Certificate> certificates = new ArrayList<>();
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            for (Certificate certificate : factory.generateCertificates(new ByteArrayInputStream(bytes))) {
                certificates.add((X509Certificate) certificate);
            }
        } catch (CertificateException malformed) {
            throw new UnreadableFile("holds something that is no certificate", CERTIFICATES);
        }
        if (certificates.isEmpty()) {
            throw new UnreadableFile("holds no certificate", CERTIFICATES);
        }
        return certificates;
    }

    /** What pins a certificate's key in a genesis: SHA-256 of its SubjectPublicKeyInfo, 64 hexadecimal digits. */
    public static String keySha256(X509Certificate certificate) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of()
                    .formatHex(sha256.digest(certificate.getPublicKey().getEncoded()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /** Whether two halves belong together: tried by signing with one and verifying with the other. */
    public static boolean arePair(PrivateKey privateKey, PublicKey publicKey) {
        byte[] probe = "khazana key check".getBytes(StandardCharsets.US_ASCII);
        try {
            Signature signing = Signature.getInstance("SHA256withECDSA");
            signing.initSign(privateKey);
            signing.update(probe);
            Signature verifying = Signature.getInstance("SHA256withECDSA");
            verifying.initVerify(publicKey);
            verifying.update(probe);
            return verifying.verify(signing.sign());
        } catch (GeneralSecurityException differentKinds) {
            return false;
        }
    }
}
