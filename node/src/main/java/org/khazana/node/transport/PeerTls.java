package org.khazana.node.transport;

import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.khazana.consensus.membership.MemberId;

/** TLS 1.3 with certificates on both sides. Names of hosts play no part: the certificate itself is pinned. */
final class PeerTls {
    private static final String PROTOCOL = "TLSv1.3";

    private final PeerCertificates certificates;
    private final SslContext client;
    private final SslContext server;

    PeerTls(PeerCertificates certificates) {
        this.certificates = certificates;
        try {
            this.client = SslContextBuilder.forClient()
                    .sslProvider(SslProvider.JDK)
                    .protocols(PROTOCOL)
                    .keyManager(certificates.keyManager())
                    .trustManager(certificates.trustManager())
                    .endpointIdentificationAlgorithm(null)
                    .build();
            this.server = SslContextBuilder.forServer(certificates.keyManager())
                    .sslProvider(SslProvider.JDK)
                    .protocols(PROTOCOL)
                    .trustManager(certificates.trustManager())
                    .clientAuth(ClientAuth.REQUIRE)
                    .build();
        } catch (SSLException e) {
            throw new IllegalStateException("this Java cannot do TLS 1.3 with the given key: " + e.getMessage(), e);
        }
    }

    SslContext client() {
        return client;
    }

    SslContext server() {
        return server;
    }

    /** The validator behind a connection whose TLS handshake is done. */
    Optional<MemberId> memberBehind(SslHandler handler) {
        try {
            return handler.engine().getSession().getPeerCertificates()[0] instanceof X509Certificate leaf
                    ? certificates.memberOf(leaf)
                    : Optional.empty();
        } catch (SSLPeerUnverifiedException e) {
            return Optional.empty();
        }
    }
}
