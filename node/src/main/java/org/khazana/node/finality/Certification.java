package org.khazana.node.finality;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.crypto.SignatureVerifier;
import org.khazana.ledger.finality.Certificate;
import org.khazana.ledger.finality.CertificateAssembly;
import org.khazana.ledger.finality.DoubleSigning;
import org.khazana.ledger.finality.Finding;
import org.khazana.ledger.finality.Head;
import org.khazana.ledger.finality.HeadCodec;
import org.khazana.ledger.finality.MalformedHead;
import org.khazana.ledger.finality.SignedHead;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.ledger.validator.ValidatorSet;
import org.khazana.node.transport.SparingLog;
import org.khazana.storage.state.LedgerStore;

/**
 * What the signatures of all validators come to on this node: certificates, which it keeps, and evidence. Where enough of the others have
 * come to something else, this node has gone wrong and must not go on. For one thread.
 */
final class Certification {
    private final CertificateAssembly assembly;
    private final SignatureVerifier verifier;
    private final LedgerStore store;
    private final Succession succession;
    private final LongFunction<Optional<ValidatorSet>> validators;
    private final Consumer<Certificate> certified;
    private final LongConsumer otherBlock;
    /** Certificates with which this node was overruled before it was started. */
    private final NavigableMap<Long, Certificate> overruling = new TreeMap<>();

    private final SparingLog log = new SparingLog();

    /**
     * Nothing was heard yet.
     *
     * @param validators of an epoch
     * @param certified told of every certificate that is kept: everything up to there is certified
     * @param otherBlock told of heights at which somebody has signed another block than was executed here
     */
    Certification(
            ChainId chainId,
            SignatureVerifier verifier,
            LedgerStore store,
            LongFunction<Optional<ValidatorSet>> validators,
            Consumer<Certificate> certified,
            LongConsumer otherBlock) {
        this.assembly = new CertificateAssembly(chainId, CertificateAssembly.WINDOW_MAX, verifier);
        this.verifier = verifier;
        this.store = store;
        this.succession = new Succession(store);
        this.validators = validators;
        this.certified = certified;
        this.otherBlock = otherBlock;
    }

    long certifiedHeight() {
        return store.certifiedHeight();
    }

    /** Learns who the newest validators are, and tells the operator what was found before the restart. */
    void start(List<byte[]> evidence, ValidatorSet newest) {
        assembly.appointed(newest);
        if (!evidence.isEmpty()) {
            log.error("evidence", "this node keeps " + evidence.size() + " pieces of evidence against validators");
        }
        evidence.forEach(this::rememberOverruling);
    }

    /** A start does not mend what went wrong: whoever comes to the same once more says nothing, and does not wait to be told again. */
    private void rememberOverruling(byte[] evidence) {
        try {
            Certificate theirs = HeadCodec.decodeCertificate(evidence);
            overruling.put(theirs.head().height(), theirs);
            store.head(theirs.head().height()).ifPresent(this::stopIfOverruled);
        } catch (MalformedHead otherEvidence) {
            // It is against somebody else.
        }
    }

    /** Before anything is said about a head: stops the node if it was overruled with it before. */
    void stopIfOverruled(Head ours) {
        Certificate theirs = overruling.get(ours.height());
        if (theirs != null && !theirs.head().equals(ours)) {
            overruled(theirs, ours);
        }
    }

    /** Whether this node is on its way once more to where it was overruled: nobody knows yet whether it comes to the same. */
    boolean isInDoubt(Head ours) {
        return !overruling.isEmpty()
                && ours.height() < overruling.lastKey()
                && store.head(overruling.lastKey()).isEmpty();
    }

    /** The head of the newest state, and who signs it; any thread. */
    Optional<OwnSigning.Executed> newest() {
        return store.head(store.appliedHeight())
                .flatMap(head -> validators.apply(head.epoch()).map(set -> new OwnSigning.Executed(head, set)));
    }

    /** This node has come to that head, which these validators sign. */
    void executed(Head head, ValidatorSet signers) {
        assembly.appointed(signers);
        follow(assembly.executed(head));
    }

    void heard(SignedHead signed) {
        follow(assembly.heard(signed));
    }

    /** Whether this node has a certificate of the same head, so that there is nothing more to learn. */
    boolean isKnown(Certificate certificate) {
        return certificateOf(certificate.head().height())
                .filter(known -> known.head().equals(certificate.head()))
                .isPresent();
    }

    /**
     * A certificate that somebody else has put together.
     *
     * @param subject of what is said about a wrong one, which is said sparingly
     * @param origin who has brought it, as a clause
     */
    void heard(Certificate certificate, String subject, String origin) {
        Head head = certificate.head();
        Optional<Head> own = store.head(head.height());
        Optional<ValidatorSet> set = own.flatMap(ours -> validators.apply(ours.epoch()));
        if (own.isEmpty() || set.isEmpty() || isKnown(certificate)) {
            return;
        }
        Optional<String> doubt = certificate.doubtAbout(own.get(), set.get(), verifier);
        if (doubt.isPresent()) {
            log.error(subject, origin + " of block " + head.height() + " that proves nothing: " + doubt.get());
        } else if (own.get().equals(head)) {
            keep(certificate);
        } else if (certificateOf(head.height()).isEmpty()) {
            overruled(certificate, own.get());
        } else {
            // Ours is certified as well: it is for others to go, those who have signed both.
            log.error(subject, origin + " of another outcome of block " + head.height() + " than is certified here");
            certificate.signedHeads().forEach(this::heard);
        }
    }

    /** The validators of an epoch, if it is known. */
    Optional<ValidatorSet> validators(long epoch) {
        return validators.apply(epoch);
    }

    /** The highest head that this node remembers under a key. */
    Optional<SignedHead> newestBy(PublicKey key) {
        return assembly.newestBy(key);
    }

    /** The certificate of just this height. */
    Optional<Certificate> certificateOf(long height) {
        return store.certificateFrom(height)
                .filter(certificate -> certificate.head().height() == height);
    }

    /** Whether others were appointed by the block of this head, so that its own certificate is needed, whatever later ones there are. */
    boolean isNeeded(Head head) {
        return succession.awaits(head);
    }

    private void follow(List<Finding> findings) {
        for (Finding finding : findings) {
            switch (finding) {
                case Finding.Certified(Certificate certificate) -> keep(certificate);
                case Finding.Overruled(Certificate certificate, Head ours) -> overruled(certificate, ours);
                case Finding.DoubleSigned(DoubleSigning evidence) -> accuse(evidence);
                case Finding.Diverged diverged -> differ(diverged);
                case Finding.Refused refused -> refuse(refused);
            }
        }
    }

    private void differ(Finding.Diverged diverged) {
        log.error("divergence of " + diverged.validator().id(), diverged.words());
        Head theirs = diverged.theirs().head();
        if (!theirs.blockHash().equals(diverged.ours().blockHash())) {
            otherBlock.accept(theirs.height());
        }
    }

    /** There is other evidence against this key: its holder is not heard any more. */
    void convicted(PublicKey key) {
        assembly.convicted(key);
    }

    private void refuse(Finding.Refused refused) {
        if (refused.reason() == Finding.Reason.SIGNATURE_WRONG) {
            log.error(
                    "signature of " + refused.signed().key(),
                    "a signature of block " + refused.signed().height() + " under the key "
                            + refused.signed().key() + " is wrong");
        }
    }

    private void keep(Certificate certificate) {
        succession.step(certificate).ifPresentOrElse(store::keep, () -> store.keep(certificate));
        certified.accept(certificate);
    }

    private void accuse(DoubleSigning evidence) {
        store.keepEvidence(
                name(
                        "double-signing by " + evidence.key() + " at ",
                        evidence.first().height()),
                HeadCodec.encode(evidence));
        log.error(
                "double signing by " + evidence.key(),
                "A VALIDATOR HAS LIED: the holder of the key " + evidence.key()
                        + " has signed two histories, at height "
                        + evidence.first().height() + " and "
                        + evidence.second().height() + "; the evidence is kept");
    }

    private void overruled(Certificate theirs, Head ours) {
        store.keepEvidence(name("overruled", ours.height()), HeadCodec.encode(theirs));
        throw new IllegalStateException("enough validators have certified another outcome of block " + ours.height()
                + " than this node has come to: theirs is " + theirs.head() + ", ours " + ours
                + "; the certificate is kept as evidence, and this node must be made anew from a certified state");
    }

    private static byte[] name(String kind, long height) {
        byte[] letters = kind.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(letters.length + Long.BYTES)
                .put(letters)
                .putLong(height)
                .array();
    }
}
