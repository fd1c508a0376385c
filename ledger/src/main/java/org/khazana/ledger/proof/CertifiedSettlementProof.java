package org.khazana.ledger.proof;

import java.util.List;
import org.khazana.ledger.finality.Certificate;
import org.khazana.ledger.finality.Head;

/**
 * A settlement proof with all that somebody needs who trusts nothing but the genesis: the anchor of its block is a head that
 * validators have certified, or one from which heads lead up to such a one. Says nothing by itself: {@link
 * CertifiedSettlementVerifier} checks it.
 *
 * @param heads from that of the block, included, up to the certified one, left out; each is named by the next. None if the
 *     certificate is of the head of the block itself
 */
public record CertifiedSettlementProof(SettlementProof settlement, List<Head> heads, Certificate certificate) {
    /** Most heads between a block and its certificate. */
    public static final int HEADS_MAX = 1_024;

    /** @throws IllegalArgumentException if there are too many heads; whether they fit together is not asked here */
    public CertifiedSettlementProof {
        heads = List.copyOf(heads);
        if (heads.size() > HEADS_MAX) {
            throw new IllegalArgumentException("a proof has at most " + HEADS_MAX + " heads, not " + heads.size());
        }
    }

    /** What is said to be the head of the block in which the transaction stands. */
    Head headOfBlock() {
        return heads.isEmpty() ? certificate.head() : heads.getFirst();
    }
}
