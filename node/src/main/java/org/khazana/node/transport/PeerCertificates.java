package org.khazana.node.transport;

import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.TrustManager;

/** Who is who in TLS: this node's own key, and which certificate belongs to which validator. */
public interface PeerCertificates {

    /** This node's private key and certificate. */
    KeyManager keyManager();

    /** Accepts the certificates of the validators of this network, for both sides of a connection, and no others. */
    TrustManager trustManager();

    /** Id of the validator to whom this certificate belongs, as the ledger says. */
    Optional<String> validatorOf(X509Certificate certificate);
}
