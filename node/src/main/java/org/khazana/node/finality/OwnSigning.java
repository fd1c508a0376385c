package org.khazana.node.finality;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongFunction;
import org.khazana.consensus.membership.MemberId;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.crypto.SignatureVerifier;
import org.khazana.ledger.finality.Head;
import org.khazana.ledger.finality.Recollection;
import org.khazana.ledger.finality.Replica;
import org.khazana.ledger.finality.SignedHead;
import org.khazana.ledger.finality.SigningPlan;
import org.khazana.ledger.finality.SigningRecord;
import org.khazana.ledger.finality.Unlogged;
import org.khazana.ledger.validator.ValidatorSet;
import org.khazana.storage.signing.SigningRecordFile;

/**
 * Signs what this validator has come to, as {@link SigningPlan} allows: no signature before the record that forbids all others is
 * durable, and after a start nothing new before the others have told what they remember ({@link Recollection}). For one thread,
 * which may wait for the disk.
 */
final class OwnSigning {
    private final Replica self;
    private final HeadSigner signer;
    private final SigningRecordFile record;
    private final LongFunction<Optional<Head>> ownHeads;
    private final Unlogged unlogged;
    private final Recollection recollection;
    private final AtomicBoolean maySignNew = new AtomicBoolean();

    /**
     * For one validator.
     *
     * @param self with the data directory that the record is in
     * @param ownHeads the head of a height, if its block was executed here
     * @param unlogged blocks that are in the state, and not in the log
     */
    OwnSigning(
            MemberId self,
            HeadSigner signer,
            SigningRecordFile record,
            LongFunction<Optional<Head>> ownHeads,
            Unlogged unlogged,
            SignatureVerifier verifier) {
        this.self = new Replica(self.validator(), self.directory(), signer.key());
        this.signer = signer;
        this.record = record;
        this.ownHeads = ownHeads;
        this.unlogged = unlogged;
        this.recollection = new Recollection(this.self, verifier);
    }

    /** A head that this node has come to, and who signs it. */
    record Executed(Head head, ValidatorSet signers) {}

    PublicKey key() {
        return signer.key();
    }

    /**
     * Signs those that may be signed. However many they are, the disk is waited for once.
     *
     * @param executed in the order of their heights
     */
    List<SignedHead> sign(List<Executed> executed) {
        if (executed.isEmpty()) {
            return List.of();
        }
        List<Head> ours = executed.stream()
                .filter(each -> self.signsIn(each.signers())
                        && !unlogged.has(each.head().height()))
                .map(Executed::head)
                .toList();
        SigningPlan plan = maySignNew(executed.getLast().signers())
                ? SigningPlan.of(record.load(), ours, this::ownHash)
                : SigningPlan.ofWhatWasSigned(record.load(), ours, this::ownHash);
        plan.record().ifPresent(record::store);
        return plan.heads().stream().map(signer::sign).toList();
    }

    /** Once enough have answered, whoever decides later on need not be asked any more. */
    private boolean maySignNew(ValidatorSet newest) {
        if (!maySignNew.get() && recollection.isEnough(newest)) {
            maySignNew.set(true);
        }
        return maySignNew.get();
    }

    /** Whether it still waits for what the others remember. */
    boolean isWaiting() {
        return !maySignNew.get();
    }

    /** A peer has told all that it remembers of the signatures under this node's key; {@code newest} decide who else must. */
    void answered(MemberId peer, ValidatorSet newest) {
        recollection.answered(peer.validator(), peer.directory());
        maySignNew(newest);
    }

    /** Stops the node if this shows that its record is an old one; {@code ofItsEpoch} are the validators that the head names. */
    void shown(SignedHead signed, ValidatorSet ofItsEpoch) {
        recollection.objection(record.load(), signed, ofItsEpoch).ifPresent(objection -> {
            throw new IllegalStateException(
                    objection + "; this validator must be replaced by one with a new data folder");
        });
    }

    /** The greatest height that was signed; less than 0 before any. */
    long signedHeight() {
        return record.load().map(SigningRecord::height).orElse(-1L);
    }

    /** Signs once more what was signed before; in a history that does not contradict the record this is no new statement. */
    Optional<SignedHead> signAgain(Head head) {
        return SigningPlan.isRepetition(record.load(), head, this::ownHash)
                ? Optional.of(signer.sign(head))
                : Optional.empty();
    }

    private Optional<Hash> ownHash(long height) {
        return ownHeads.apply(height).map(Head::hash);
    }
}
