package org.khazana.node.snapshot;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import org.khazana.ledger.crypto.Hash;

/**
 * The states that others can fetch here: always the two newest that validators vouch for, an older one while somebody is at it, never more
 * than four. Of those that wait for a certificate there are two, the oldest, which is likely to get one first, and the newest. Any thread.
 */
final class SnapshotShelf implements AutoCloseable {
    private static final int NEWEST = 2;
    private static final int HELD_MAX = 4;
    private static final int WAITING_MAX = 2;
    private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final ConcurrentSkipListMap<Long, HeldSnapshot> byHeight = new ConcurrentSkipListMap<>();

    /** Takes the place of one of the same height. */
    void add(HeldSnapshot snapshot) {
        Optional.ofNullable(byHeight.put(snapshot.height(), snapshot)).ifPresent(HeldSnapshot::close);
    }

    /** The newest that validators vouch for. */
    Optional<HeldSnapshot> newest() {
        return byHeight.descendingMap().values().stream()
                .filter(held -> held.voucher().isPresent())
                .findFirst();
    }

    /** Whether one of that height or above is here for which nobody vouches yet. */
    boolean isWaitedFor(long heightMin) {
        return byHeight.tailMap(heightMin).values().stream()
                .anyMatch(held -> held.voucher().isEmpty());
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
        List<HeldSnapshot> newestFirst = byHeight.descendingMap().values().stream()
                .filter(held -> held.voucher().isPresent())
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
        List<HeldSnapshot> waiting = byHeight.values().stream()
                .filter(held -> held.voucher().isEmpty())
                .toList();
        if (waiting.size() > WAITING_MAX) {
            waiting.subList(1, waiting.size() - 1).forEach(this::remove);
        }
    }

    @Override
    public void close() {
        byHeight.values().forEach(HeldSnapshot::close);
        byHeight.clear();
    }
}
