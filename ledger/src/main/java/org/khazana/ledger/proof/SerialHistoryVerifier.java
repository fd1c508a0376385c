package org.khazana.ledger.proof;

import static org.khazana.ledger.proof.Doubtful.require;

import java.util.List;
import org.khazana.ledger.finality.EpochWalk;
import org.khazana.ledger.state.SerialTrace;

/**
 * Checks histories of single tokens, offline, for somebody who trusts the genesis and nobody else. The passages in the state say what
 * happened, and that nothing happened in between; the receipts of the transactions must say the same.
 */
public record SerialHistoryVerifier(TestimonyVerifier testimonies) {

    /** Asks for every doubt, in the order of {@code docs/proofs.md}; the first one is told. */
    public CertifiedVerdict verify(SerialHistoryProof proof) {
        try {
            EpochWalk walk = testimonies.walk(proof.testimony());
            Vouched vouched = testimonies.verify(proof.testimony(), walk);
            SerialHistory history = ProvedPast.of(proof, vouched.head());
            checkTransactions(history, proof.transactions(), walk);
            return new CertifiedVerdict.PastOfSerial(history, vouched);
        } catch (Doubtful doubtful) {
            return CertifiedVerdict.Doubted.of(doubtful.verdict());
        }
    }

    private void checkTransactions(SerialHistory history, List<CertifiedSettlementProof> transactions, EpochWalk walk)
            throws Doubtful {
        List<List<SerialTrace.Step>> movements = history.byTransaction();
        require(
                movements.size() == transactions.size(),
                Doubt.SERIAL_NOT_MOVED,
                "the token was moved by " + movements.size() + " transactions, but there are proofs of "
                        + transactions.size());
        for (int i = 0; i < movements.size(); i++) {
            SettledMovements.check(
                    movements.get(i), settled(transactions.get(i), walk).receipt());
        }
    }

    private Verdict.Proved settled(CertifiedSettlementProof transaction, EpochWalk walk) throws Doubtful {
        Vouched vouched = testimonies.verify(transaction.testimony(), walk);
        return switch (SettlementVerifier.verify(transaction.settlement(), Anchor.of(vouched.head()))) {
            case Verdict.Proved proved -> proved;
            case Verdict.Doubted(Doubt doubt, String sentence) -> throw new Doubtful(doubt, sentence);
        };
    }
}
