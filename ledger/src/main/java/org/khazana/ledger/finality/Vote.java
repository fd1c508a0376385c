package org.khazana.ledger.finality;

import org.khazana.ledger.crypto.Domain;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.ledger.validator.ReplicaId;

/**
 * That a validator has granted its one vote of a term to a candidate, perhaps itself. Byte layout: {@code docs/proofs.md}.
 *
 * @param term of the election, 0 or more
 */
public record Vote(ChainId chainId, long term, ReplicaId voter, ReplicaId candidate) {
    public static final int VERSION = 1;

    /** Checks only that the term is not negative. */
    public Vote {
        if (term < 0) {
            throw new IllegalArgumentException("the term of a vote is negative");
        }
    }

    /** What is signed. */
    public byte[] signingBytes() {
        return Domain.VOTE.preimage(EvidenceCodec.encode(this));
    }
}
