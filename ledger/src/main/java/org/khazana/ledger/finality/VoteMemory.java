package org.khazana.ledger.finality;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.khazana.ledger.validator.ReplicaId;

/**
 * The votes of the last terms that were seen, and whether two of them contradict each other. Signatures are right already when they come
 * here. Looks at a window of terms around the own one, so that nobody can make it forget by voting in terms that are far off; of one
 * term, voter and key it keeps the first vote only, as a second one is evidence. For one thread.
 */
public final class VoteMemory {
    /** How many terms below the own one are looked at, and how many above. */
    public static final int WINDOW = 64;

    private final NavigableMap<Long, NavigableMap<ReplicaId, List<SignedVote>>> byTerm = new TreeMap<>();

    /** Forgets what is too old when this node is in {@code ownTerm}. */
    public void entered(long ownTerm) {
        byTerm.headMap(ownTerm - WINDOW, false).clear();
    }

    /** Whether a vote of this term is looked at while this node is in {@code ownTerm}. */
    public static boolean isInWindow(long term, long ownTerm) {
        return term >= ownTerm - WINDOW && term - WINDOW <= ownTerm;
    }

    /** Whether just this vote, under this key, was seen. */
    public boolean has(SignedVote sought) {
        return of(sought).stream()
                .anyMatch(
                        seen -> seen.vote().equals(sought.vote()) && seen.key().equals(sought.key()));
    }

    private List<SignedVote> of(SignedVote sought) {
        NavigableMap<ReplicaId, List<SignedVote>> ofTerm =
                byTerm.getOrDefault(sought.vote().term(), new TreeMap<>());
        return ofTerm.getOrDefault(sought.vote().voter(), List.of());
    }

    /** Takes a vote of a term in the window; returns the evidence that it makes together with one that was seen before. */
    public Optional<DoubleVoting> add(SignedVote added) {
        for (SignedVote seen : of(added)) {
            if (seen.key().equals(added.key())) {
                return DoubleVoting.of(seen, added);
            }
        }
        byTerm.computeIfAbsent(added.vote().term(), term -> new TreeMap<>())
                .computeIfAbsent(added.vote().voter(), voter -> new ArrayList<>())
                .add(added);
        return Optional.empty();
    }

    /** The votes of the highest terms, at most so many. */
    public List<SignedVote> newest(int countMax) {
        return byTerm.descendingMap().values().stream()
                .flatMap(ofTerm -> ofTerm.values().stream())
                .flatMap(List::stream)
                .limit(countMax)
                .toList();
    }
}
