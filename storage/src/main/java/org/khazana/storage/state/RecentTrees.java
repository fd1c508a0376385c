package org.khazana.storage.state;

import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.khazana.ledger.statetree.StateRoot;

/** The trees since the checkpoint before the last, which are asked for most, with what was not written of them. Any thread. */
final class RecentTrees {
    private final ConcurrentNavigableMap<Long, StateRoot> roots = new ConcurrentSkipListMap<>();

    Optional<StateRoot> root(long height) {
        return Optional.ofNullable(roots.get(height));
    }

    void add(long height, StateRoot root) {
        roots.put(height, root);
    }

    void forgetBelow(long height) {
        roots.headMap(height).clear();
    }
}
