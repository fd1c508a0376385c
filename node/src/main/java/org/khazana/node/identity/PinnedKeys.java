package org.khazana.node.identity;

import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.khazana.config.Genesis;
import org.khazana.config.file.TlsKeyFiles;

/**
 * Which TLS key belongs to which validator. The key counts, not the names or the signature in a certificate: an operator
 * may renew a certificate for the same key at any time.
 */
final class PinnedKeys {
    private final Map<String, String> validatorByKeySha256;

    private PinnedKeys(Map<String, String> validatorByKeySha256) {
        this.validatorByKeySha256 = Map.copyOf(validatorByKeySha256);
    }

    static PinnedKeys of(Genesis genesis) {
        Map<String, String> validators = new HashMap<>();
        genesis.validators().forEach(validator -> validators.put(validator.tlsKeySha256(), validator.id()));
        return new PinnedKeys(validators);
    }

    Optional<String> validatorOf(X509Certificate certificate) {
        return Optional.ofNullable(validatorByKeySha256.get(TlsKeyFiles.keySha256(certificate)));
    }
}
