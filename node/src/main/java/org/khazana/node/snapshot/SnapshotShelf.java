package org.khazana.node.snapshot;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import org.khazana.ledger.crypto.Hash;

/**
 * The states that others can fetch here: always the two newest, an older one while somebody is at it, never more than
 * four. Any thread.
 */
final class SnapshotShelf implements AutoCloseable {
    private static final int NEWEST = 2;
    private static final int HELD_MAX = 4;
    private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final ConcurrentSkipListMap<Long, HeldSnapshot> byHeight = new ConcurrentSkipListMap<>();

    /** Takes the place of one of the same height. */
    void add(HeldSnapshot snapshot) {
        Optional.ofNullable(byHeight.put(snapshot.height(), snapshot)).ifPresent(HeldSnapshot::close);
    }

    Optional<HeldSnapshot> newest() {
        return Optional.ofNullable(byHeight.lastEntry()).map(Map.Entry::getValue);
    }

    /** The prepared one that this manifest describes. */
    Optional<HeldSnapshot> prepared(Hash manifestId) {
        return byHeight.values().stream()
                .filter(held -> held.ready()
                        .filter(ready -> ready.id().equals(manifestId))
                        .isPresent())
                .findFirst();
    }

    /** Those of which it is not known what their manifest is, newest first. */
    List<HeldSnapshot> unprepared() {
        return byHeight.descendingMap().values().stream()
                .filter(held -> held.ready().isEmpty())
                .toList();
    }

    void remove(HeldSnapshot snapshot) {
        byHeight.remove(snapshot.height(), snapshot);
        snapshot.close();
    }

    /** Lets go of what is old, and of what was prepared and is not asked for any more. */
    void tidy(long nowNanos) {
        List<HeldSnapshot> newestFirst = byHeight.values().stream()
                .sorted(Comparator.comparingLong(HeldSnapshot::height).reversed())
                .toList();
        for (int place = 0; place < newestFirst.size(); place++) {
            HeldSnapshot held = newestFirst.get(place);
            boolean isIdle = held.isIdle(nowNanos, IDLE_NANOS);
            if (place >= HELD_MAX || (place >= NEWEST && isIdle)) {
                remove(held);
            } else if (isIdle && held.ready().isPresent()) {
                held.unprepare();
            }
        }
    }

    @Override
    public void close() {
        byHeight.values().forEach(HeldSnapshot::close);
        byHeight.clear();
    }
}
