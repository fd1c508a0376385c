package org.khazana.ledger.finality;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.crypto.SignatureVerifier;
import org.khazana.ledger.validator.ValidatorSet;

/**
 * Evidence that the holder of one key has signed two heads that cannot both be of one history: two of one height, or one of a
 * greater height whose history has another head at the lower one. The second kind is needed because heights may be left out:
 * a liar who signs height 5 of one history and height 6 of another never signs two heads of one height.
 *
 * <p>It needs no trust in whoever shows it. What it does not say is whose key that is, and why: a validator that signs on after
 * it lost its record of what it signed gives the same evidence as a liar. Epochs need not agree: whatever the validator took
 * for the one in force, it may sign one history only.
 *
 * @param first of the lower height; of one height the one with the lower hash
 * @param second by the same key, of the same network
 * @param between the heads of the heights between the two, from low to high, that lead from the second one down to the height
 *     above the first; none if the heights are equal or neighbours
 */
public record DoubleSigning(SignedHead first, SignedHead second, List<Head> between) implements Evidence {
    /** Most heads between the two. */
    public static final int BETWEEN_MAX = 512;

    /** Checks everything but the signatures: {@link #isProved}. */
    public DoubleSigning {
        between = List.copyOf(between);
        objection(first, second, between).ifPresent(objection -> {
            throw new IllegalArgumentException(objection);
        });
    }

    /** The evidence that these make, whichever of the two is given first; empty if they make none. Does not look at signatures. */
    public static Optional<DoubleSigning> of(SignedHead one, SignedHead other, List<Head> between) {
        boolean isOneFirst = one.height() < other.height()
                || (one.height() == other.height()
                        && one.head().hash().compareTo(other.head().hash()) < 0);
        SignedHead first = isOneFirst ? one : other;
        SignedHead second = isOneFirst ? other : one;
        return objection(first, second, between).isEmpty()
                ? Optional.of(new DoubleSigning(first, second, between))
                : Optional.empty();
    }

    /**
     * What two certificates that contradict each other prove: of everybody who signed both, that it lied. At least {@link
     * CertificateRule#inBoth} validators, if both are of one epoch.
     */
    public static List<DoubleSigning> inBoth(Certificate one, Certificate other, List<Head> between) {
        List<DoubleSigning> evidence = new ArrayList<>();
        for (SignedHead signed : one.signedHeads()) {
            for (SignedHead contrary : other.signedHeads()) {
                of(signed, contrary, between).ifPresent(evidence::add);
            }
        }
        return evidence;
    }

    private static Optional<String> objection(SignedHead first, SignedHead second, List<Head> between) {
        if (!first.key().equals(second.key())) {
            return Optional.of("the two heads are signed under different keys");
        }
        if (!first.head().chainId().equals(second.head().chainId())) {
            return Optional.of("the two heads are of different networks");
        }
        return first.height() == second.height()
                ? objectionAtOneHeight(first, second, between)
                : objectionAtTwoHeights(first, second, between);
    }

    private static Optional<String> objectionAtOneHeight(SignedHead first, SignedHead second, List<Head> between) {
        if (!between.isEmpty()) {
            return Optional.of("there is nothing between heads of one height");
        }
        int order = first.head().hash().compareTo(second.head().hash());
        return order < 0 ? Optional.empty() : Optional.of("the two heads are the same, or in the wrong order");
    }

    private static Optional<String> objectionAtTwoHeights(SignedHead first, SignedHead second, List<Head> between) {
        if (first.height() > second.height()) {
            return Optional.of("the two heads are in the wrong order");
        }
        if (between.size() > BETWEEN_MAX || second.height() - first.height() - 1 != between.size()) {
            return Optional.of("the heads between are not those of all heights between, or too many");
        }
        Head lowest = second.head();
        for (Head below : between.reversed()) {
            if (!lowest.follows(below)) {
                return Optional.of("the heads between do not lead from the second head to the first height");
            }
            lowest = below;
        }
        return lowest.previous().equals(first.head().hash())
                ? Optional.of("the two heads are of one history")
                : Optional.empty();
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
        String what = first.height() == second.height()
                ? "two different heads of height " + first.height() + ", "
                        + first.head().hash() + " and " + second.head().hash() + "; they differ in "
                        + difference(first.head(), second.head())
                : "the head " + first.head().hash() + " of height " + first.height() + ", and the head "
                        + second.head().hash() + " of height " + second.height()
                        + ", whose history has another head at height " + first.height();
        return Accused.name(key(), sets) + " has signed " + what;
    }

    /** What two heads say differently, in words. */
    static String difference(Head one, Head other) {
        List<String> parts = new ArrayList<>();
        addUnlessEqual(parts, "the epoch", one.epoch(), other.epoch());
        addUnlessEqual(parts, "the block", one.blockHash(), other.blockHash());
        addUnlessEqual(parts, "the state", one.stateRoot(), other.stateRoot());
        addUnlessEqual(parts, "the receipts", one.receiptsRoot(), other.receiptsRoot());
        addUnlessEqual(parts, "the history before", one.previous(), other.previous());
        return String.join(", ", parts);
    }

    private static void addUnlessEqual(List<String> parts, String part, Object one, Object other) {
        if (!Objects.equals(one, other)) {
            parts.add(part);
        }
    }
}
