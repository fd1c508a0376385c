package org.khazana.node.finality;

import java.util.List;
import java.util.Optional;
import org.khazana.ledger.finality.Head;
import org.khazana.ledger.finality.HeadsBetween;
import org.khazana.ledger.finality.KnownHeads;
import org.khazana.node.transport.FinalityPeers;
import org.khazana.storage.signing.SigningRecordFile;
import org.khazana.storage.state.LedgerStore;

/** Asks the others for {@link HeadsBetween} what this validator had signed and the state that it has taken over, and answers them. */
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
        HeadsBetween.wanted(record.load(), heads, FinalityMessage.ITEMS_MAX)
                .ifPresent(
                        wanted -> peers.tellAll(new FinalityMessage.Wanted(wanted.first(), wanted.last()).toBytes()));
    }

    /** Takes heads, the highest first, as far as they belong to the history of this node; then asks for more. */
    void learn(List<Head> told) {
        if (HeadsBetween.learn(told, heads)) {
            ask();
        }
    }

    /** What this node can tell of these heights to one that asks, the highest first. */
    List<Head> answer(FinalityMessage.Wanted wanted) {
        return HeadsBetween.answer(
                new HeadsBetween.Range(wanted.first(), wanted.last()), heads, FinalityMessage.ITEMS_MAX);
    }

    static KnownHeads headsIn(LedgerStore store) {
        return new KnownHeads() {
            @Override
            public Optional<Head> head(long height) {
                return store.head(height);
            }

            @Override
            public Optional<Head> firstFrom(long height) {
                return store.firstHeadFrom(height);
            }

            @Override
            public void keep(Head past) {
                store.keep(past);
            }
        };
    }
}
