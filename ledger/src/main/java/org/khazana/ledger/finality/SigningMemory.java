package org.khazana.ledger.finality;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.crypto.PublicKey;

/**
 * Who signed what at the heights that are not forgotten yet, and whether anybody contradicts itself. Keeps one head of each key
 * and height: a second one convicts the key, and of whoever is convicted nothing more is taken. Signatures are right already when
 * they come here.
 *
 * <p>To see that two heads of different heights are of different histories, the heads between must be known; whoever has
 * signed them, or whether anybody has, does not matter, since they are named by hashes.
 */
final class SigningMemory {
    private final NavigableMap<PublicKey, NavigableMap<Long, SignedHead>> signed = new TreeMap<>();
    private final NavigableMap<Long, NavigableMap<Hash, Head>> heads = new TreeMap<>();
    private final NavigableSet<PublicKey> convicted = new TreeSet<>();

    boolean isConvicted(PublicKey key) {
        return convicted.contains(key);
    }

    void convict(PublicKey key) {
        convicted.add(key);
    }

    boolean has(SignedHead head) {
        SignedHead known = by(head.key()).get(head.height());
        return known != null && known.head().equals(head.head());
    }

    Optional<SignedHead> newestBy(PublicKey key) {
        return isConvicted(key)
                ? Optional.empty()
                : Optional.ofNullable(by(key).lastEntry()).map(Map.Entry::getValue);
    }

    /** What those who are not convicted have signed of one height, in the order of their keys. */
    List<SignedHead> at(long height) {
        List<SignedHead> found = new ArrayList<>();
        signed.forEach((key, byHeight) -> {
            SignedHead head = byHeight.get(height);
            if (head != null && !isConvicted(key)) {
                found.add(head);
            }
        });
        return found;
    }

    /** Takes what a key has signed that is not convicted; returns what follows from it against this key and others. */
    List<DoubleSigning> add(SignedHead added) {
        NavigableMap<Long, SignedHead> others = signed.computeIfAbsent(added.key(), key -> new TreeMap<>());
        SignedHead before = others.putIfAbsent(added.height(), added);
        List<DoubleSigning> evidence = learn(added.head());
        if (isConvicted(added.key())) {
            return evidence;
        }
        if (before != null) {
            convict(DoubleSigning.of(before, added, List.of()), evidence);
        } else {
            Map.Entry<Long, SignedHead> below = others.lowerEntry(added.height());
            Map.Entry<Long, SignedHead> above = others.higherEntry(added.height());
            if (below != null) {
                convict(contradiction(below.getValue(), added), evidence);
            }
            if (above != null && !isConvicted(added.key())) {
                convict(contradiction(added, above.getValue()), evidence);
            }
        }
        return evidence;
    }

    /** Takes a head that leads from one to another; returns what that shows about those who signed below and above it. */
    List<DoubleSigning> learn(Head head) {
        List<DoubleSigning> evidence = new ArrayList<>();
        NavigableMap<Hash, Head> sameHeight = heads.computeIfAbsent(head.height(), height -> new TreeMap<>());
        if (sameHeight.putIfAbsent(head.hash(), head) != null) {
            return evidence;
        }
        signed.forEach((key, byHeight) -> {
            Map.Entry<Long, SignedHead> below = byHeight.lowerEntry(head.height());
            Map.Entry<Long, SignedHead> above = byHeight.higherEntry(head.height());
            if (below != null && above != null && !isConvicted(key)) {
                convict(contradiction(below.getValue(), above.getValue()), evidence);
            }
        });
        return evidence;
    }

    /** Forgets everything below a height, but not who was convicted. */
    void forgetBelow(long height) {
        heads.headMap(height, false).clear();
        signed.values().forEach(byHeight -> byHeight.headMap(height, false).clear());
        signed.values().removeIf(Map::isEmpty);
    }

    private void convict(Optional<DoubleSigning> found, List<DoubleSigning> evidence) {
        found.ifPresent(proof -> {
            convicted.add(proof.key());
            evidence.add(proof);
        });
    }

    private NavigableMap<Long, SignedHead> by(PublicKey key) {
        NavigableMap<Long, SignedHead> byHeight = signed.get(key);
        return byHeight == null ? new TreeMap<>() : byHeight;
    }

    /**
     * Evidence by two neighbours among the heads that a key has signed. Neighbours are enough: heads that lead from one past
     * another lead to that one as well, and show there whether it is of the same history.
     */
    private Optional<DoubleSigning> contradiction(SignedHead lower, SignedHead higher) {
        List<Head> between = new ArrayList<>();
        Head lowest = higher.head();
        while (lowest.height() - 1 > lower.height()) {
            NavigableMap<Hash, Head> below = heads.get(lowest.height() - 1);
            Head linked = below == null ? null : below.get(lowest.previous());
            if (linked == null) {
                return Optional.empty();
            }
            between.add(linked);
            lowest = linked;
        }
        return DoubleSigning.of(lower, higher, between.reversed());
    }
}
