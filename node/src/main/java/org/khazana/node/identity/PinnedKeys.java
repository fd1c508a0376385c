package org.khazana.node.identity;

import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.function.Function;
import org.khazana.config.file.TlsKeyFiles;

/**
 * Which TLS key belongs to which validator, as the ledger says now. The key counts, not the names or the signature in a
 * certificate: an operator may renew a certificate for the same key at any time.
 *
 * @param validatorByKey id of the validator with the key of this hash, 64 hexadecimal digits in lower case
 */
record PinnedKeys(Function<String, Optional<String>> validatorByKey) {

    /** Id of the validator whose key is in the certificate. */
    Optional<String> validatorOf(X509Certificate certificate) {
        return validatorByKey.apply(TlsKeyFiles.keySha256(certificate));
    }
}
