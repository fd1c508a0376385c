package org.khazana.node.identity;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;

/** Brings a private key and its certificate into the form that the platform's TLS asks for. */
final class OwnKey {
    private OwnKey() {}

    static KeyManager keyManager(PrivateKey key, List<X509Certificate> chain) {
        // The store never leaves the memory, so its password protects nothing.
        char[] password = new char[0];
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, password);
            store.setKeyEntry("node", key, password, chain.toArray(Certificate[]::new));
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store, password);
            return factory.getKeyManagers()[0];
        } catch (GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException("this Java cannot hold an EC key in memory", impossible);
        }
    }
}
