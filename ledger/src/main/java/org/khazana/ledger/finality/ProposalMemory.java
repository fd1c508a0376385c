package org.khazana.ledger.finality;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.crypto.PublicKey;

/**
 * The proposals that were seen last, and whether two of them contradict each other. Signatures are right already when they come here.
 * Keeps the newest {@link #KEPT_MAX} of every key, so that nobody can make it forget what others have proposed; and of one
 * height, term and key the first only, as the second is evidence. For one thread.
 */
public final class ProposalMemory {
    /** Most proposals of one key. */
    public static final int KEPT_MAX = 256;

    private final NavigableMap<Long, List<SignedProposal>> byHeight = new TreeMap<>();
    private final NavigableMap<PublicKey, Deque<SignedProposal>> oldestFirst = new TreeMap<>();

    /** Whether just this block of its height and term was seen. */
    public boolean has(SignedProposal sought) {
        return at(sought.header().height()).stream()
                .anyMatch(seen ->
                        seen.header().equals(sought.header()) && seen.key().equals(sought.key()));
    }

    /** What was seen of a height: of each term and key one. */
    public List<SignedProposal> at(long height) {
        return List.copyOf(byHeight.getOrDefault(height, List.of()));
    }

    /** Whether something of this height was seen, but not this block. */
    public boolean hasOthersThan(Hash block, long height) {
        List<SignedProposal> seen = at(height);
        return !seen.isEmpty() && seen.stream().noneMatch(each -> each.hash().equals(block));
    }

    /** Takes a proposal; returns the evidence that it makes together with one that was seen before. */
    public Optional<DoubleProposing> add(SignedProposal added) {
        for (SignedProposal seen : at(added.header().height())) {
            if (seen.key().equals(added.key())
                    && seen.header().term() == added.header().term()) {
                return DoubleProposing.of(seen, added);
            }
        }
        byHeight.computeIfAbsent(added.header().height(), height -> new ArrayList<>())
                .add(added);
        Deque<SignedProposal> ofKey = oldestFirst.computeIfAbsent(added.key(), key -> new ArrayDeque<>());
        ofKey.addLast(added);
        if (ofKey.size() > KEPT_MAX) {
            forget(ofKey.removeFirst());
        }
        return Optional.empty();
    }

    private void forget(SignedProposal oldest) {
        long height = oldest.header().height();
        List<SignedProposal> left =
                at(height).stream().filter(each -> !each.equals(oldest)).toList();
        if (left.isEmpty()) {
            byHeight.remove(height);
        } else {
            byHeight.put(height, new ArrayList<>(left));
        }
    }
}
