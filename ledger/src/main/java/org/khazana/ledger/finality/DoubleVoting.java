package org.khazana.ledger.finality;

import java.util.List;
import java.util.Optional;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.crypto.SignatureVerifier;
import org.khazana.ledger.validator.ValidatorSet;

/**
 * Evidence that the holder of one key has voted twice in one term, as one voter with one data directory. With another directory it would
 * have been somebody else, who may vote again.
 *
 * @param first the one for the lower candidate, by id and then directory
 * @param second of the same chain, term and voter, by the same key
 */
public record DoubleVoting(SignedVote first, SignedVote second) implements Evidence {

    /** Checks everything but the signatures: {@link #isProved}. */
    public DoubleVoting {
        objection(first, second).ifPresent(objection -> {
            throw new IllegalArgumentException(objection);
        });
    }

    /** The evidence that these make, in whatever order they are given; empty if they make none. Does not look at signatures. */
    public static Optional<DoubleVoting> of(SignedVote one, SignedVote other) {
        boolean isOneFirst = one.vote().candidate().compareTo(other.vote().candidate()) < 0;
        SignedVote first = isOneFirst ? one : other;
        SignedVote second = isOneFirst ? other : one;
        return objection(first, second).isEmpty() ? Optional.of(new DoubleVoting(first, second)) : Optional.empty();
    }

    private static Optional<String> objection(SignedVote first, SignedVote second) {
        Vote one = first.vote();
        Vote other = second.vote();
        if (!first.key().equals(second.key())) {
            return Optional.of("the two votes are signed under different keys");
        }
        if (!one.chainId().equals(other.chainId())) {
            return Optional.of("the two votes are of different networks");
        }
        if (one.term() != other.term()) {
            return Optional.of("the two votes are of different terms");
        }
        if (!one.voter().equals(other.voter())) {
            return Optional.of("the two votes are of different voters");
        }
        return one.candidate().compareTo(other.candidate()) < 0
                ? Optional.empty()
                : Optional.of("the two votes are for the same candidate, or in the wrong order");
    }

    @Override
    public PublicKey key() {
        return first.key();
    }

    @Override
    public boolean isProved(SignatureVerifier verifier) {
        return first.isRight(verifier) && second.isRight(verifier);
    }

    @Override
    public String words(List<ValidatorSet> sets) {
        return Accused.name(key(), sets) + " has voted twice in term "
                + first.vote().term() + ", for " + first.vote().candidate() + " and for "
                + second.vote().candidate();
    }
}
