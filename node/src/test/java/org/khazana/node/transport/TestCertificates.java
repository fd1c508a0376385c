package org.khazana.node.transport;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.net.ssl.KeyManager;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import org.khazana.config.generate.TlsKeyMaker;

/** Certificates of a test's validators, each pinned to its name. */
final class TestCertificates {
    private final Map<String, TlsKeyMaker.TlsKey> keys = new TreeMap<>();
    private final TlsKeyMaker maker = new TlsKeyMaker(new SecureRandom());

    TestCertificates(String... members) {
        for (String member : members) {
            keys.put(member, newKey(member));
        }
    }

    private TlsKeyMaker.TlsKey newKey(String member) {
        return maker.make(member, "Test Organisation", Instant.now());
    }

    /** What the member itself sees: its own key, and everybody's pins. */
    PeerCertificates of(String member) {
        return seenWith(keys.get(member));
    }

    /** Trusts the same validators, but shows a certificate that none of them knows. */
    PeerCertificates ofStranger() {
        return seenWith(newKey("stranger"));
    }

    private PeerCertificates seenWith(TlsKeyMaker.@Nullable TlsKey own) {
        if (own == null) {
            throw new IllegalArgumentException("no such member");
        }
        return new PeerCertificates() {
            @Override
            public KeyManager keyManager() {
                return new OneKey(own.keys().getPrivate(), own.certificate());
            }

            @Override
            public TrustManager trustManager() {
                return new Pins();
            }

            @Override
            public Optional<String> validatorOf(X509Certificate certificate) {
                return pinned(certificate);
            }
        };
    }

    private Optional<String> pinned(X509Certificate certificate) {
        return keys.entrySet().stream()
                .filter(each -> each.getValue().certificate().equals(certificate))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private final class Pins implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            if (pinned(chain[0]).isEmpty()) {
                throw new CertificateException("not pinned");
            }
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
            checkClientTrusted(chain, type);
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    private static final class OneKey extends X509ExtendedKeyManager {
        private static final String ALIAS = "own";
        private final PrivateKey key;
        private final X509Certificate certificate;

        OneKey(PrivateKey key, X509Certificate certificate) {
            this.key = key;
            this.certificate = certificate;
        }

        @Override
        public String[] getClientAliases(String type, Principal @Nullable [] issuers) {
            return new String[] {ALIAS};
        }

        @Override
        public String chooseClientAlias(String[] types, Principal @Nullable [] issuers, @Nullable Socket socket) {
            return ALIAS;
        }

        @Override
        public String[] getServerAliases(String type, Principal @Nullable [] issuers) {
            return new String[] {ALIAS};
        }

        @Override
        public String chooseServerAlias(String type, Principal @Nullable [] issuers, @Nullable Socket socket) {
            return ALIAS;
        }

        @Override
        public String chooseEngineClientAlias(
                String[] types, Principal @Nullable [] issuers, javax.net.ssl.@Nullable SSLEngine engine) {
            return ALIAS;
        }

        @Override
        public String chooseEngineServerAlias(
                String type, Principal @Nullable [] issuers, javax.net.ssl.@Nullable SSLEngine engine) {
            return ALIAS;
        }

        @Override
        public X509Certificate[] getCertificateChain(String alias) {
            return new X509Certificate[] {certificate};
        }

        @Override
        public PrivateKey getPrivateKey(String alias) {
            return key;
        }
    }
}
