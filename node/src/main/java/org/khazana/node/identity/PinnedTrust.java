package org.khazana.node.identity;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Accepts a certificate if its key is pinned and the time is within its validity, on either side of a connection. No
 * authority, no chain and no host name is asked: the handshake proves possession of the key, and the ledger says whose
 * it is. Extending {@link X509ExtendedTrustManager} keeps the platform from adding checks of names and chains.
 */
final class PinnedTrust extends X509ExtendedTrustManager {
    private final PinnedKeys pinned;

    PinnedTrust(PinnedKeys pinned) {
        this.pinned = pinned;
    }

    private void check(X509Certificate @Nullable [] chain) throws CertificateException {
        if (chain == null || chain.length == 0) {
            throw new CertificateException("the peer shows no certificate");
        }
        X509Certificate leaf = chain[0];
        if (pinned.validatorOf(leaf).isEmpty()) {
            throw new CertificateException("the peer's certificate belongs to no validator of this network");
        }
        leaf.checkValidity();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        check(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        check(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        check(chain);
    }

    /** None: a peer shows the one certificate it has and needs no list to choose from. */
    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
