package org.khazana.node.finality;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.khazana.ledger.finality.Head;
import org.khazana.ledger.finality.SigningRecord;
import org.khazana.node.transport.FinalityPeers;
import org.khazana.storage.signing.SigningRecordFile;

/**
 * After a state was taken over, the heads between what this validator had signed and that state are missing; and until it has seen that
 * the one leads to the other it must not sign (see {@link org.khazana.ledger.finality.SigningRule}). So it asks for them, from the top
 * down: each is known by the hash that the one above it names, whoever sends it.
 */
final class HistoryGap {
    private final SigningRecordFile record;
    private final KnownHeads heads;
    private final FinalityPeers peers;

    HistoryGap(SigningRecordFile record, KnownHeads heads, FinalityPeers peers) {
        this.record = record;
        this.heads = heads;
        this.peers = peers;
    }

    /** Asks all peers for what comes next, if anything is missing. */
    void ask() {
        Optional<SigningRecord> signed = record.load();
        signed.flatMap(known -> heads.firstFrom(known.height()))
                .filter(lowest -> lowest.height() > signed.orElseThrow().height())
                .ifPresent(lowest -> {
                    long last = lowest.height() - 1;
                    long first = Math.max(signed.orElseThrow().height(), last - FinalityMessage.ITEMS_MAX + 1);
                    peers.tellAll(new FinalityMessage.Wanted(first, last).toBytes());
                });
    }

    /** Takes heads, the highest first, as far as they belong to the history of this node; then asks for more. */
    void learn(List<Head> told) {
        boolean isNearer = false;
        for (Head head : told) {
            boolean isNamed = heads.head(head.height()).isEmpty()
                    && heads.head(head.height() + 1)
                            .filter(above -> above.previous().equals(head.hash()))
                            .isPresent();
            if (isNamed) {
                heads.keep(head);
                isNearer = true;
            }
        }
        if (isNearer) {
            ask();
        }
    }

    /** What this node can tell of these heights to one that asks, the highest first. */
    List<Head> answer(FinalityMessage.Wanted wanted) {
        List<Head> found = new ArrayList<>();
        for (long height = wanted.last();
                height >= wanted.first() && height >= 0 && found.size() < FinalityMessage.ITEMS_MAX;
                height--) {
            heads.head(height).ifPresent(found::add);
        }
        return found;
    }
}
