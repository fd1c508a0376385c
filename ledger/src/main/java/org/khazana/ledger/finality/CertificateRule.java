package org.khazana.ledger.finality;

import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.validator.GroupMinimum;
import org.khazana.ledger.validator.Validator;
import org.khazana.ledger.validator.ValidatorSet;

/**
 * Whose signatures make a certificate in one epoch. Of n voters k must sign: more than two thirds, or of three and fewer a
 * majority; and among them as many of each group as must hold every block. Two sets of k voters have 2k - n in common, so
 * two certificates that contradict each other convict as many.
 *
 * <p>The ledger gives no two validators of a set one key. Should two share one nevertheless, nobody could say who of them has
 * signed, so their signatures count for neither, while both are still counted in n.
 */
public final class CertificateRule {
    private static final int SMALL_SET_MAX = 3;

    private final ValidatorSet set;
    private final NavigableMap<PublicKey, Validator> voters;
    private final int voterCount;

    /** The rule in the epoch of {@code set}. */
    public CertificateRule(ValidatorSet set) {
        this.set = set;
        this.voters = new TreeMap<>();
        this.voterCount = set.voters().size();
        for (Validator voter : set.voters()) {
            if (isKeyOfOne(voter.signingKey())) {
                voters.put(voter.signingKey(), voter);
            }
        }
    }

    private boolean isKeyOfOne(PublicKey key) {
        return set.validators().stream()
                        .filter(validator -> validator.signingKey().equals(key))
                        .count()
                == 1;
    }

    public long epoch() {
        return set.epoch();
    }

    /** n: how many voters there are. */
    public int voterCount() {
        return voterCount;
    }

    /** k: how many voters must sign; floor(2n/3) + 1, for n of 3 and fewer floor(n/2) + 1. */
    public int needed() {
        return voterCount > SMALL_SET_MAX ? voterCount * 2 / 3 + 1 : voterCount / 2 + 1;
    }

    /** 2k - n: at least how many voters must have signed both of two certificates; one less may lie without harm. */
    public int inBoth() {
        return 2 * needed() - voterCount;
    }

    /** Whose key it is, if that is one voter. */
    public Optional<Validator> voter(PublicKey key) {
        return Optional.ofNullable(voters.get(key));
    }

    /** Whether signatures under these keys, each counted once, make a certificate. */
    public boolean isMetBy(Collection<PublicKey> signers) {
        return missing(signers).isEmpty();
    }

    /** What is missing for a certificate, in one sentence; empty if nothing is. */
    public Optional<String> missing(Collection<PublicKey> signers) {
        List<Validator> signed =
                signers.stream().distinct().flatMap(key -> voter(key).stream()).toList();
        if (signed.size() < needed()) {
            return Optional.of("only " + signed.size() + " of " + voterCount + " voters of epoch " + epoch()
                    + " have signed, and " + needed() + " must");
        }
        for (GroupMinimum minimum : set.minimums()) {
            long ofGroup = signed.stream()
                    .filter(validator -> validator.group() == minimum.group())
                    .count();
            if (ofGroup < minimum.members()) {
                return Optional.of("only " + ofGroup + " voters of group " + minimum.group() + " have signed, and "
                        + minimum.members() + " must");
            }
        }
        return Optional.empty();
    }
}
