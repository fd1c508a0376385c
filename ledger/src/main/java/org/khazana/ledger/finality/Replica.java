package org.khazana.ledger.finality;

import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.validator.ValidatorSet;

/**
 * A validator with the data directory that its record is in. One that was replaced keeps its key, but its successor signs, whose
 * record is another.
 */
public record Replica(String validator, long directory, PublicKey key) {

    /** Whether this very replica is a voter of a set, and nobody else there has its key. */
    public boolean signsIn(ValidatorSet set) {
        return new CertificateRule(set)
                .voter(key)
                .filter(voter -> voter.id().equals(validator) && voter.directory() == directory)
                .isPresent();
    }
}
