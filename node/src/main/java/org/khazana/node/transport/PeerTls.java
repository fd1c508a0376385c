package org.khazana.node.transport;

import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.IdentityCipherSuiteFilter;
import io.netty.handler.ssl.JdkSslContext;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.TrustManager;

/** TLS 1.3 with certificates on both sides. Names of hosts play no part: the certificate itself is pinned. */
final class PeerTls {
    private static final String PROTOCOL = "TLSv1.3";

    private final PeerCertificates certificates;
    private final SslContext client;
    private final SslContext server;

    PeerTls(PeerCertificates certificates) {
        this.certificates = certificates;
        SSLContext context = contextOf(certificates);
        this.client = sslContext(context, true);
        this.server = sslContext(context, false);
    }

    private static SSLContext contextOf(PeerCertificates certificates) {
        try {
            SSLContext context = SSLContext.getInstance(PROTOCOL);
            context.init(
                    new KeyManager[] {certificates.keyManager()},
                    new TrustManager[] {certificates.trustManager()},
                    null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot do TLS 1.3 with the given key: " + e.getMessage(), e);
        }
    }

    /** Not made by Netty's builder: that one first loads all of BouncyCastle, half a second of each start. */
    private static SslContext sslContext(SSLContext context, boolean isClient) {
        return new JdkSslContext(
                context,
                isClient,
                null,
                IdentityCipherSuiteFilter.INSTANCE,
                null,
                isClient ? ClientAuth.NONE : ClientAuth.REQUIRE,
                new String[] {PROTOCOL},
                false);
    }

    SslContext client() {
        return client;
    }

    SslContext server() {
        return server;
    }

    /** Id of the validator behind a connection whose TLS handshake is done. */
    Optional<String> validatorBehind(SslHandler handler) {
        try {
            return handler.engine().getSession().getPeerCertificates()[0] instanceof X509Certificate leaf
                    ? certificates.validatorOf(leaf)
                    : Optional.empty();
        } catch (SSLPeerUnverifiedException e) {
            return Optional.empty();
        }
    }
}
