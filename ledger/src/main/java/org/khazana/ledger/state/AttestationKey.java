package org.khazana.ledger.state;

import java.util.Comparator;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.id.PartyId;

/** What identifies an attestation: the newest of an attestor for an asset; ordered by asset, then attestor. */
public record AttestationKey(AssetCode asset, PartyId attestor) implements Comparable<AttestationKey> {
    private static final Comparator<AttestationKey> ORDER =
            Comparator.comparing(AttestationKey::asset).thenComparing(AttestationKey::attestor);

    public static AttestationKey of(Attestation attestation) {
        return new AttestationKey(attestation.asset(), attestation.attestor());
    }

    @Override
    public int compareTo(AttestationKey other) {
        return ORDER.compare(this, other);
    }
}
