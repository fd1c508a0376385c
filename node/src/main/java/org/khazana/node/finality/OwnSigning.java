package org.khazana.node.finality;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.khazana.consensus.membership.MemberId;
import org.khazana.ledger.Invariant;
import org.khazana.ledger.finality.CertificateRule;
import org.khazana.ledger.finality.Head;
import org.khazana.ledger.finality.SignedHead;
import org.khazana.ledger.finality.SigningDecision;
import org.khazana.ledger.finality.SigningRecord;
import org.khazana.ledger.finality.SigningRule;
import org.khazana.ledger.validator.ValidatorSet;
import org.khazana.storage.signing.SigningRecordFile;

/**
 * Signs what this validator has come to, as {@link SigningRule} allows: no signature before the record that forbids all others is
 * durable. For one thread, which may wait for the disk.
 */
final class OwnSigning {
    private final MemberId self;
    private final HeadSigner signer;
    private final SigningRecordFile record;
    private final LongFunction<Optional<Head>> ownHeads;

    /**
     * For one validator.
     *
     * @param self with the data directory that the record is in
     * @param ownHeads the head of a height, if its block was executed here
     */
    OwnSigning(MemberId self, HeadSigner signer, SigningRecordFile record, LongFunction<Optional<Head>> ownHeads) {
        this.self = self;
        this.signer = signer;
        this.record = record;
        this.ownHeads = ownHeads;
    }

    /** A head that this node has come to, and who signs it. */
    record Executed(Head head, ValidatorSet signers) {}

    /**
     * Signs those that may be signed. However many they are, the disk is waited for once.
     *
     * @param executed in the order of their heights
     */
    List<SignedHead> sign(List<Executed> executed) {
        Optional<SigningRecord> before = record.load();
        Optional<SigningRecord> after = before;
        List<Head> allowed = new ArrayList<>();
        for (Executed each : executed) {
            if (isVoter(each.signers())) {
                SigningDecision decision = decide(after, each.head());
                if (decision == SigningDecision.SIGN) {
                    after = Optional.of(SigningRecord.of(each.head()));
                }
                if (decision == SigningDecision.SIGN || decision == SigningDecision.SEND_AGAIN) {
                    allowed.add(each.head());
                }
            }
        }
        if (!after.equals(before)) {
            record.store(after.orElseThrow());
        }
        return allowed.stream().map(signer::sign).toList();
    }

    /** The greatest height that was signed; less than 0 before any. */
    long signedHeight() {
        return record.load().map(SigningRecord::height).orElse(-1L);
    }

    /** With this very directory: one that was replaced keeps its key, but its successor signs, whose record is another. */
    private boolean isVoter(ValidatorSet set) {
        return new CertificateRule(set)
                .voter(signer.key())
                .filter(voter -> voter.id().equals(self.validator()) && voter.directory() == self.directory())
                .isPresent();
    }

    private SigningDecision decide(Optional<SigningRecord> signed, Head head) {
        SigningDecision decision = SigningRule.decide(
                signed, head, height -> ownHeads.apply(height).map(Head::hash));
        Invariant.check(
                decision != SigningDecision.STOP,
                "block %s has come to another result than the one that this validator has signed: %s",
                head.height(),
                head);
        return decision;
    }

    /** Signs once more what was signed before; in a history that does not contradict the record this is no new statement. */
    Optional<SignedHead> signAgain(Head head) {
        boolean wasSigned = record.load()
                .filter(signed -> head.height() <= signed.height())
                .filter(signed -> ownHeads.apply(signed.height())
                        .map(Head::hash)
                        .filter(signed.head()::equals)
                        .isPresent())
                .isPresent();
        return wasSigned ? Optional.of(signer.sign(head)) : Optional.empty();
    }
}
