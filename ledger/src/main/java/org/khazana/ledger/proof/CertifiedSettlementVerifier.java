package org.khazana.ledger.proof;

import org.khazana.ledger.finality.Head;

/** Checks settlement proofs, offline, for somebody who trusts the genesis and nobody else. */
public record CertifiedSettlementVerifier(TestimonyVerifier testimonies) {

    /** Asks for every doubt, in the order of {@link Doubt}; the first one is told. */
    public CertifiedVerdict verify(CertifiedSettlementProof proof) {
        Vouched vouched;
        try {
            vouched = testimonies.verify(proof.testimony());
        } catch (Doubtful doubtful) {
            return CertifiedVerdict.Doubted.of(doubtful.verdict());
        }
        Head head = vouched.head();
        Anchor anchor = new Anchor(head.chainId(), head.height(), head.blockHash(), head.receiptsRoot());
        return switch (SettlementVerifier.verify(proof.settlement(), anchor)) {
            case Verdict.Proved proved -> new CertifiedVerdict.Settlement(proved, vouched);
            case Verdict.Doubted doubted -> CertifiedVerdict.Doubted.of(doubted);
        };
    }
}
