package org.khazana.config.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.khazana.config.Genesis.Validator;
import org.khazana.config.NodeConfig;
import org.khazana.config.file.Findings;
import org.khazana.config.file.KeyFiles;
import org.khazana.config.file.TlsKeyFiles;
import org.khazana.config.file.UnreadableFile;

/** A node's key and certificate files must be readable, belong together and be the ones that the genesis names. */
final class KeyFileRules {
    private final NodeConfig config;
    private final KnownValidators validators;
    private final Findings findings;
    private final Instant now;

    KeyFileRules(NodeConfig config, KnownValidators validators, Findings findings, Instant now) {
        this.config = config;
        this.validators = validators;
        this.findings = findings;
        this.now = now;
    }

    void check() {
        Optional<Validator> self = validators.find(config.validator());
        checkSigningKey(self);
        checkCertificate(self);
        checkTrusted();
    }

    private void checkSigningKey(Optional<Validator> self) {
        Optional<String> publicKey = read("signing-key", config.signingKeyFile(), KeyFiles::readPrivate)
                .map(KeyFiles::publicKeyOf)
                .map(KeyFiles::hexOf);
        checkSecrecy("signing-key", config.signingKeyFile());
        if (self.isPresent()
                && publicKey.isPresent()
                && !publicKey.get().equals(self.get().signingKey())) {
            findings.add(
                    "signing-key",
                    "has the public key " + publicKey.get(),
                    "the key with " + self.get().signingKey() + ", as the genesis says");
        }
    }

    private void checkCertificate(Optional<Validator> self) {
        Optional<PrivateKey> key = read("tls.key", config.tls().key(), TlsKeyFiles::readPrivate);
        checkSecrecy("tls.key", config.tls().key());
        Optional<X509Certificate> certificate = read(
                        "tls.certificate", config.tls().certificate(), TlsKeyFiles::readCertificates)
                .map(List::getFirst);
        certificate.ifPresent(leaf -> checkValidity("tls.certificate", leaf));
        if (self.isPresent() && certificate.isPresent()) {
            checkPinned(certificate.get(), self.get());
        }
        if (key.isPresent()
                && certificate.isPresent()
                && !TlsKeyFiles.arePair(key.get(), certificate.get().getPublicKey())) {
            findings.add("tls.key", "does not belong to tls.certificate", "the private key of that certificate");
        }
    }

    private void checkPinned(X509Certificate certificate, Validator self) {
        String found = TlsKeyFiles.keySha256(certificate);
        if (!found.equals(self.tlsKeySha256())) {
            findings.add(
                    "tls.certificate",
                    "has a key with SHA-256 " + found,
                    "the certificate with " + self.tlsKeySha256() + ", as the genesis says");
        }
    }

    private void checkTrusted() {
        Optional<List<X509Certificate>> trusted =
                read("tls.trusted", config.tls().trusted(), TlsKeyFiles::readCertificates);
        if (trusted.isEmpty()) {
            return;
        }
        Set<String> known = trusted.get().stream().map(TlsKeyFiles::keySha256).collect(Collectors.toSet());
        List<String> missing = validators.sound().stream()
                .filter(validator -> !known.contains(validator.tlsKeySha256()))
                .map(Validator::id)
                .toList();
        if (!missing.isEmpty()) {
            findings.add(
                    "tls.trusted",
                    "lacks the certificate of " + String.join(", ", missing),
                    "the certificates of all validators");
        }
    }

    private void checkValidity(String key, X509Certificate certificate) {
        Instant from = certificate.getNotBefore().toInstant();
        Instant until = certificate.getNotAfter().toInstant();
        if (now.isBefore(from) || now.isAfter(until)) {
            findings.add(key, "is valid from " + from + " to " + until, "a certificate valid now, at " + now);
        }
    }

    /** A group may read, as services that share secrets between accounts need it; everybody may not. */
    private void checkSecrecy(String key, Path file) {
        try {
            if (Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ)) {
                findings.add(key, file + " can be read by every user", "file mode 0600 (chmod 600)");
            }
        } catch (IOException | UnsupportedOperationException unknown) {
            // A file that is not there was reported when it was read; a file system without modes says nothing.
            return;
        }
    }

    private <T> Optional<T> read(String key, Path file, FileReading<T> reading) {
        if (findings.concern(key)) {
            return Optional.empty();
        }
        try {
            return Optional.of(reading.read(file));
        } catch (UnreadableFile unreadable) {
            findings.add(key, file + " " + unreadable.wrong(), unreadable.allowed());
            return Optional.empty();
        }
    }

    private interface FileReading<T> {
        T read(Path file) throws UnreadableFile;
    }
}
