package org.khazana.ledger.proof;

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
        return switch (SettlementVerifier.verify(proof.settlement(), Anchor.of(vouched.head()))) {
            case Verdict.Proved proved -> new CertifiedVerdict.Settlement(proved, vouched);
            case Verdict.Doubted doubted -> CertifiedVerdict.Doubted.of(doubted);
        };
    }
}
