package org.khazana.node.identity;

import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.khazana.config.Genesis;
import org.khazana.config.file.TlsKeyFiles;
import org.khazana.consensus.membership.MemberId;

/**
 * Which TLS key belongs to which validator. The key counts, not the names or the signature in a certificate: an operator
 * may renew a certificate for the same key at any time.
 */
final class PinnedKeys {
    private final Map<String, MemberId> memberByKeySha256;

    private PinnedKeys(Map<String, MemberId> memberByKeySha256) {
        this.memberByKeySha256 = Map.copyOf(memberByKeySha256);
    }

    static PinnedKeys of(Genesis genesis) {
        Map<String, MemberId> members = new HashMap<>();
        genesis.validators().forEach(validator -> members.put(validator.tlsKeySha256(), new MemberId(validator.id())));
        return new PinnedKeys(members);
    }

    Optional<MemberId> memberOf(X509Certificate certificate) {
        return Optional.ofNullable(memberByKeySha256.get(TlsKeyFiles.keySha256(certificate)));
    }
}
