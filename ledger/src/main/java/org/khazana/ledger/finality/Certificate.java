package org.khazana.ledger.finality;

import java.util.List;
import java.util.Optional;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.crypto.SignatureVerifier;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.ledger.validator.ValidatorSet;

/**
 * One head, signed by enough validators that it is final. There may be several certificates of one head, by other signers.
 *
 * @param signatures 1 to 9, in order of the keys' bytes, no key twice
 */
public record Certificate(Head head, List<HeadSignature> signatures) {

    /** Checks the number and the order of the signatures, not whether they are right; see {@link #doubt}. */
    public Certificate {
        signatures = List.copyOf(signatures);
        if (signatures.isEmpty() || signatures.size() > ValidatorSet.VOTERS_MAX) {
            throw new IllegalArgumentException(
                    "a certificate has 1 to " + ValidatorSet.VOTERS_MAX + " signatures, not " + signatures.size());
        }
        for (int i = 1; i < signatures.size(); i++) {
            if (signatures.get(i - 1).key().compareTo(signatures.get(i).key()) >= 0) {
                throw new IllegalArgumentException("the keys of a certificate are out of order, or one is there twice");
            }
        }
    }

    /** Under which keys it is signed, in their order. */
    public List<PublicKey> keys() {
        return signatures.stream().map(HeadSignature::key).toList();
    }

    /** What each of the signers has said. */
    public List<SignedHead> signedHeads() {
        return signatures.stream()
                .map(signature -> new SignedHead(head, signature))
                .toList();
    }

    /**
     * Why this proves nothing to somebody who trusts {@code set}, in one sentence; empty if it is a certificate. One signature
     * that is wrong or of somebody else spoils all of it, so that nothing can be hung onto a certificate.
     *
     * @param set in force before the block of the head; of the epoch that the head names
     */
    public Optional<String> doubt(ChainId chainId, ValidatorSet set, SignatureVerifier verifier) {
        if (!head.chainId().equals(chainId)) {
            return Optional.of("the certificate is of another network");
        }
        if (head.epoch() != set.epoch()) {
            return Optional.of("the certificate is of epoch " + head.epoch() + ", not of " + set.epoch());
        }
        CertificateRule rule = new CertificateRule(set);
        for (SignedHead signed : signedHeads()) {
            if (rule.voter(signed.key()).isEmpty()) {
                return Optional.of("the key " + signed.key() + " is of no voter of epoch " + set.epoch());
            }
            if (!signed.isRight(verifier)) {
                return Optional.of("the signature under the key " + signed.key() + " is wrong");
            }
        }
        return rule.missing(keys());
    }

    /**
     * Why this says nothing about {@code ours}, the head that somebody has come to at its height; empty if it does: then it certifies
     * that head, or, if it is of another one, overrules it.
     *
     * @param set of the epoch that this names
     */
    public Optional<String> doubtAbout(Head ours, ValidatorSet set, SignatureVerifier verifier) {
        return ours.epoch() == head.epoch()
                ? doubt(ours.chainId(), set, verifier)
                : Optional.of("its validators are not those that were in force"); // retired keys overrule nobody
    }
}
