package org.khazana.ledger.finality;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.khazana.ledger.Invariant;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.crypto.SignatureVerifier;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.ledger.validator.Validator;
import org.khazana.ledger.validator.ValidatorSet;

/**
 * Puts certificates together from what validators sign, this one among them, and finds who disagrees and who lies. For one
 * thread; what it finds follows from what it is told, in that order, and nothing else.
 *
 * <p>It looks at a window of heights: as many below the highest executed block, that one included, and as many above. What comes for
 * a height before its block is executed here is kept, but nothing is certified or called divergent until then. The first
 * certificate of a height stands; later signatures are only looked at for contradictions. What comes for an epoch that is not
 * known yet is refused, not kept, since nobody can say whose keys these are: the next height will be certified all the same,
 * and it vouches for those before it.
 *
 * <p>Memory: one signed head of each voter of the epochs in the window for each height of the window, and the heads in them.
 */
public final class CertificateAssembly {
    /** Most heights on either side, so that evidence can link any two in the window. */
    public static final int WINDOW_MAX = DoubleSigning.BETWEEN_MAX / 2;

    private final ChainId chainId;
    private final int window;
    private final SignatureVerifier verifier;
    private final NavigableMap<Long, CertificateRule> rules = new TreeMap<>();
    private final NavigableMap<Long, Head> own = new TreeMap<>();
    private final NavigableSet<Long> decided = new TreeSet<>();
    private final SigningMemory memory = new SigningMemory();

    /**
     * One that knows nothing yet.
     *
     * @param window how many heights below and above the highest executed one are looked at, 1 to {@link #WINDOW_MAX}
     */
    public CertificateAssembly(ChainId chainId, int window, SignatureVerifier verifier) {
        Invariant.check(window >= 1 && window <= WINDOW_MAX, "a window of %s heights", window);
        this.chainId = chainId;
        this.window = window;
        this.verifier = verifier;
    }

    /** Learns who the validators of an epoch are: when it is built, and when a block that was executed has appointed them. */
    public void appointed(ValidatorSet set) {
        Invariant.check(
                set.voters().size() <= ValidatorSet.VOTERS_MAX,
                "epoch %s has %s voters",
                set.epoch(),
                set.voters().size());
        rules.put(set.epoch(), new CertificateRule(set));
    }

    /**
     * Learns our own head of a height: after it was executed, or, when this is built, the one that the state was left at. Greater than
     * all before, but heights may be left out.
     */
    public List<Finding> executed(Head head) {
        Invariant.check(head.chainId().equals(chainId), "a head of another network was executed");
        Invariant.check(rules.containsKey(head.epoch()), "nobody was appointed for epoch %s", head.epoch());
        Invariant.check(
                own.isEmpty() || head.height() > own.lastKey(), "height %s was executed too late", head.height());
        Head below = own.get(head.height() - 1);
        Invariant.check(below == null || head.follows(below), "our heads of %s do not follow", head.height());
        own.put(head.height(), head);
        forget();
        List<Finding> findings = told(memory.learn(head));
        memory.at(head.height()).forEach(signed -> addDivergence(signed, findings));
        addOutcome(head, findings);
        return findings;
    }

    private void forget() {
        long lowest = own.lastKey() - window + 1;
        own.headMap(lowest, false).clear();
        decided.headSet(lowest, false).clear();
        memory.forgetBelow(lowest);
        rules.headMap(own.firstEntry().getValue().epoch(), false).clear();
    }

    /** Hears what a validator has signed, this one included, from whomever. */
    public List<Finding> heard(SignedHead signed) {
        Optional<Finding.Reason> refusal = refusal(signed);
        if (refusal.isPresent()) {
            return List.of(new Finding.Refused(signed, refusal.get()));
        }
        if (memory.has(signed)) {
            return List.of();
        }
        if (!signed.isRight(verifier)) {
            return List.of(new Finding.Refused(signed, Finding.Reason.SIGNATURE_WRONG));
        }
        List<Finding> findings = told(memory.add(signed));
        if (memory.isConvicted(signed.key())) {
            return findings;
        }
        addDivergence(signed, findings);
        Head ours = own.get(signed.height());
        if (ours != null) {
            addOutcome(ours, findings);
        }
        return findings;
    }

    /** What else proves that a key is a liar's was found: its holder is not heard any more. */
    public void convicted(PublicKey key) {
        memory.convict(key);
    }

    /** The highest head in the window that was signed under a key, if the key is not convicted. */
    public Optional<SignedHead> newestBy(PublicKey key) {
        return memory.newestBy(key);
    }

    /** What can be said without asking for the signature, which costs a thousand times as much. */
    private Optional<Finding.Reason> refusal(SignedHead signed) {
        if (!signed.head().chainId().equals(chainId)) {
            return Optional.of(Finding.Reason.OTHER_NETWORK);
        }
        if (own.isEmpty() || !isInWindow(signed.height())) {
            return Optional.of(Finding.Reason.OUTSIDE_WINDOW);
        }
        CertificateRule rule = rules.get(signed.head().epoch());
        if (rule == null) {
            return Optional.of(Finding.Reason.EPOCH_UNKNOWN);
        }
        if (rule.voter(signed.key()).isEmpty()) {
            return Optional.of(Finding.Reason.NOT_A_VOTER);
        }
        return memory.isConvicted(signed.key()) ? Optional.of(Finding.Reason.CAUGHT_BEFORE) : Optional.empty();
    }

    private boolean isInWindow(long height) {
        long highest = own.lastKey();
        return height > highest - window && height - window <= highest;
    }

    private static List<Finding> told(List<DoubleSigning> evidence) {
        List<Finding> findings = new ArrayList<>();
        evidence.forEach(proof -> findings.add(new Finding.DoubleSigned(proof)));
        return findings;
    }

    private void addDivergence(SignedHead signed, List<Finding> findings) {
        Head ours = own.get(signed.height());
        if (ours != null && !ours.equals(signed.head())) {
            voter(signed).ifPresent(validator -> findings.add(new Finding.Diverged(validator, signed, ours)));
        }
    }

    /** The epoch may have been forgotten since the head came. */
    private Optional<Validator> voter(SignedHead signed) {
        return Optional.ofNullable(rules.get(signed.head().epoch())).flatMap(rule -> rule.voter(signed.key()));
    }

    private void addOutcome(Head ours, List<Finding> findings) {
        if (decided.contains(ours.height())) {
            return;
        }
        certificate(ours).ifPresent(certificate -> {
            decided.add(ours.height());
            findings.add(
                    certificate.head().equals(ours)
                            ? new Finding.Certified(certificate)
                            : new Finding.Overruled(certificate, ours));
        });
    }

    /**
     * Of whichever head has enough signatures by the validators who decide about this height as far as we know; there is one at
     * most, as each key counts for one head. Others do not count: where histories part, the epoch is still the same
     * in both, and keys of a set that was replaced long ago, if somebody stole them, shall not stop anybody.
     */
    private Optional<Certificate> certificate(Head ours) {
        CertificateRule rule = Objects.requireNonNull(rules.get(ours.epoch()));
        NavigableMap<Hash, List<SignedHead>> byHead = new TreeMap<>();
        for (SignedHead signed : memory.at(ours.height())) {
            if (signed.head().epoch() == ours.epoch()) {
                byHead.computeIfAbsent(signed.head().hash(), hash -> new ArrayList<>())
                        .add(signed);
            }
        }
        return byHead.values().stream()
                .filter(agreeing ->
                        rule.isMetBy(agreeing.stream().map(SignedHead::key).toList()))
                .map(CertificateAssembly::certificateOf)
                .findFirst();
    }

    private static Certificate certificateOf(List<SignedHead> agreeing) {
        return new Certificate(
                agreeing.getFirst().head(),
                agreeing.stream().map(SignedHead::signature).toList());
    }
}
