package org.khazana.ledger.proof;

import java.util.List;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.statetree.StateProof;

/**
 * What shows all that has happened to one token up to one block, nothing left out, and who holds it then. Says nothing by itself: {@link
 * SerialHistoryVerifier} checks it.
 *
 * @param serial of the token, as it is asked for
 * @param lotFirst the least serial of the lot in which it is
 * @param lot of the record of that lot, against the state root of the head
 * @param passages of the records that lead from the lot back to where the token came into being, against the same root, newest first
 * @param transactions by which it came into being and moved, in their order; their testimonies have the steps of {@code testimony}
 * @param testimony of the head of the block
 */
public record SerialHistoryProof(
        AssetCode asset,
        long serial,
        long lotFirst,
        StateProof lot,
        List<StateProof> passages,
        List<CertifiedSettlementProof> transactions,
        Testimony testimony) {
    /** Most passages, of the token or of others of its lot, and so most transactions. */
    public static final int PASSAGES_MAX = 1_000;

    /** Most bytes of all parts together for which the file has room, whatever their number. */
    public static final int PARTS_BYTES_MAX = 45 << 20;

    /** @throws IllegalArgumentException if there are too many passages or transactions, or a transaction has other steps */
    public SerialHistoryProof {
        passages = List.copyOf(passages);
        transactions = List.copyOf(transactions);
        if (passages.size() > PASSAGES_MAX || transactions.size() > PASSAGES_MAX) {
            throw new IllegalArgumentException("a history has at most " + PASSAGES_MAX + " passages, not "
                    + Math.max(passages.size(), transactions.size()));
        }
        for (CertifiedSettlementProof transaction : transactions) {
            if (!transaction.testimony().steps().equals(testimony.steps())) {
                throw new IllegalArgumentException("a transaction has other steps than the history");
            }
        }
    }
}
