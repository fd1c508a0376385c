package org.khazana.node.identity;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.net.ssl.KeyManager;
import javax.net.ssl.TrustManager;
import org.khazana.config.InvalidConfig;
import org.khazana.config.NodeConfig;
import org.khazana.config.file.TlsKeyFiles;
import org.khazana.node.transport.PeerCertificates;

/** A node's own TLS key, read from its files, and the keys of all validators as the ledger has them. */
public final class TlsIdentity implements PeerCertificates {
    private final KeyManager keyManager;
    private final PinnedKeys pinned;

    private TlsIdentity(KeyManager keyManager, PinnedKeys pinned) {
        this.keyManager = keyManager;
        this.pinned = pinned;
    }

    /**
     * Reads the key and the certificate that the node file names.
     *
     * @param validatorByKey id of the validator whose TLS key has this SHA-256 (hexadecimal); asked anew at each handshake
     * @throws InvalidConfig if one of them cannot be read
     */
    public static TlsIdentity of(NodeConfig config, Function<String, Optional<String>> validatorByKey) {
        PrivateKey key = IdentityFile.read("tls.key", config.tls().key(), TlsKeyFiles::readPrivate);
        List<X509Certificate> chain =
                IdentityFile.read("tls.certificate", config.tls().certificate(), TlsKeyFiles::readCertificates);
        return new TlsIdentity(OwnKey.keyManager(key, chain), new PinnedKeys(validatorByKey));
    }

    @Override
    public KeyManager keyManager() {
        return keyManager;
    }

    @Override
    public TrustManager trustManager() {
        return new PinnedTrust(pinned);
    }

    @Override
    public Optional<String> validatorOf(X509Certificate certificate) {
        return pinned.validatorOf(certificate);
    }
}
