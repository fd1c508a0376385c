package org.khazana.node.finality;

import java.util.concurrent.Executor;
import java.util.function.LongConsumer;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.runtime.FaultHandler;
import org.khazana.ledger.crypto.SignatureVerifier;
import org.khazana.ledger.finality.CertificateAssembly;
import org.khazana.ledger.finality.Head;
import org.khazana.ledger.finality.Unlogged;
import org.khazana.ledger.state.LedgerView;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.ledger.validator.ValidatorSet;
import org.khazana.node.transport.FinalityPeers;
import org.khazana.storage.signing.SigningRecordFile;
import org.khazana.storage.state.LedgerStore;

/** Puts the desk of one node together, and shows it what the state was left at. */
public final class Finality {
    private Finality() {}

    /**
     * What this node has for it: its chain, its key, what it has signed, and its state.
     *
     * @param logEnd height of the last block in the log
     */
    public record Own(
            ChainId chainId,
            MemberId self,
            HeadSigner signer,
            SigningRecordFile signed,
            LedgerStore store,
            long logEnd) {}

    /**
     * Opens the desk; what was executed but not certified before is signed, or signed again, at once.
     *
     * @param thread one thread, on which everything happens from now on
     * @param certified told up to where everything is certified, when that has grown
     */
    public static FinalityDesk open(
            Own own,
            SignatureVerifier verifier,
            FinalityPeers peers,
            LongConsumer certified,
            Executor thread,
            FaultHandler onFault) {
        LedgerStore store = own.store();
        Certification certification = new Certification(
                own.chainId(), verifier, store, epoch -> store.read(state -> state.validators(epoch)), certified);
        Unlogged unlogged = new Unlogged(own.logEnd(), store.appliedHeight());
        FinalityDesk desk = new FinalityDesk(
                new OwnSigning(own.self(), own.signer(), own.signed(), store::head, unlogged, verifier),
                certification,
                new HistoryGap(own.signed(), HistoryGap.headsIn(store), peers),
                peers,
                thread,
                onFault);
        desk.start(store.evidence(), store.read(LedgerView::newestValidators));
        long applied = store.appliedHeight();
        long first = Math.max(store.certifiedHeight() + 1, applied - CertificateAssembly.WINDOW_MAX);
        for (long height = Math.min(first, applied); height <= applied; height++) {
            store.head(height).ifPresent(head -> desk.executed(head, validators(head, store)));
        }
        return desk;
    }

    private static ValidatorSet validators(Head head, LedgerStore store) {
        return store.read(state -> state.validators(head.epoch())).orElseThrow();
    }
}
