package org.khazana.node.finality;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.runtime.FaultHandler;
import org.khazana.ledger.crypto.SignatureVerifier;
import org.khazana.ledger.finality.Certificate;
import org.khazana.ledger.finality.CertificateAssembly;
import org.khazana.ledger.finality.Head;
import org.khazana.ledger.finality.SignedProposal;
import org.khazana.ledger.finality.Unlogged;
import org.khazana.ledger.state.LedgerView;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.ledger.validator.SigningKeys;
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
     * What it takes to see who proposes and votes twice.
     *
     * @param keys of all validators that are known
     * @param logged the signed header of a block in the log of this node
     * @param term in which this node is, or was just now
     */
    public record Sight(Supplier<SigningKeys> keys, LongFunction<Optional<SignedProposal>> logged, LongSupplier term) {}

    /**
     * Opens the desk; what was executed but not certified before is signed, or signed again, at once.
     *
     * @param thread one thread, on which everything happens from now on
     * @param certified told of every certificate that is kept: everything up to there is certified
     */
    public static FinalityDesk open(
            Own own,
            Sight sight,
            SignatureVerifier verifier,
            FinalityPeers peers,
            Consumer<Certificate> certified,
            Executor thread,
            FaultHandler onFault) {
        LedgerStore store = own.store();
        LongFunction<Optional<ValidatorSet>> validators = epoch -> store.read(state -> state.validators(epoch));
        Witness witness = new Witness(
                new Witness.Known(own.chainId(), sight.keys(), validators),
                sight.logged(),
                sight.term(),
                verifier,
                new EvidenceShelf(store, store.evidence()),
                peers);
        Certification certification =
                new Certification(own.chainId(), verifier, store, validators, certified, witness::show);
        Unlogged unlogged = new Unlogged(own.logEnd(), store.appliedHeight());
        FinalityDesk desk = new FinalityDesk(
                new OwnSigning(own.self(), own.signer(), own.signed(), store::head, unlogged, verifier),
                certification,
                witness,
                new HistoryGap(own.signed(), HistoryGap.headsIn(store), peers),
                peers,
                thread,
                onFault);
        desk.start(store.evidence(), store.read(LedgerView::newestValidators));
        long applied = store.appliedHeight();
        long window = applied - CertificateAssembly.WINDOW_MAX;
        long first = Math.min(Math.max(store.certifiedHeight() + 1, window), applied);
        for (long height = Math.max(1, window); height < first; height++) {
            store.head(height).filter(certification::isNeeded).ifPresent(head -> execute(head, store, desk));
        }
        for (long height = first; height <= applied; height++) {
            store.head(height).ifPresent(head -> execute(head, store, desk));
        }
        return desk;
    }

    private static void execute(Head head, LedgerStore store, FinalityDesk desk) {
        desk.executed(head, validators(head, store));
    }

    private static ValidatorSet validators(Head head, LedgerStore store) {
        return store.read(state -> state.validators(head.epoch())).orElseThrow();
    }
}
