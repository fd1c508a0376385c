package org.khazana.ledger.finality;

import java.util.List;
import java.util.Optional;
import org.khazana.ledger.block.BlockHeader;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.crypto.SignatureVerifier;
import org.khazana.ledger.validator.ValidatorSet;

/**
 * Evidence that the holder of one key has proposed two blocks for one height in one term. An honest leader cannot: while it leads it
 * makes one block after another, and having lost its leadership, or its memory of what it proposed, it never leads that term again.
 *
 * @param first the one with the lower block hash
 * @param second of the same chain, height, term and proposer, by the same key
 */
public record DoubleProposing(SignedProposal first, SignedProposal second) implements Evidence {

    /** Checks everything but the signatures: {@link #isProved}. */
    public DoubleProposing {
        objection(first, second).ifPresent(objection -> {
            throw new IllegalArgumentException(objection);
        });
    }

    /** The evidence that these make, in whatever order they are given; empty if they make none. Does not look at signatures. */
    public static Optional<DoubleProposing> of(SignedProposal one, SignedProposal other) {
        boolean isOneFirst = one.hash().compareTo(other.hash()) < 0;
        SignedProposal first = isOneFirst ? one : other;
        SignedProposal second = isOneFirst ? other : one;
        return objection(first, second).isEmpty() ? Optional.of(new DoubleProposing(first, second)) : Optional.empty();
    }

    private static Optional<String> objection(SignedProposal first, SignedProposal second) {
        BlockHeader one = first.header();
        BlockHeader other = second.header();
        if (!first.key().equals(second.key())) {
            return Optional.of("the two headers are signed under different keys");
        }
        if (!one.chainId().equals(other.chainId())) {
            return Optional.of("the two headers are of different networks");
        }
        if (one.height() != other.height() || one.term() != other.term()) {
            return Optional.of("the two headers are of different heights or terms");
        }
        if (!one.proposer().equals(other.proposer())) {
            return Optional.of("the two headers name different proposers");
        }
        return first.hash().compareTo(second.hash()) < 0
                ? Optional.empty()
                : Optional.of("the two headers are the same, or in the wrong order");
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
        return Accused.name(key(), sets) + " has proposed two different blocks of height "
                + first.header().height() + " in term " + first.header().term() + ", " + first.hash() + " and "
                + second.hash();
    }
}
