package org.khazana.api.client;

import java.time.Duration;

/** How long a caller is still willing to wait. */
final class Patience {
    private static final long PAUSE_MILLIS_MIN = 50;
    private static final long PAUSE_MILLIS_MAX = 500;
    private static final long REQUEST_MILLIS_MIN = 2_000;

    private final long startNanos = System.nanoTime();
    private final Duration patience;

    Patience(Duration patience) {
        this.patience = patience;
    }

    private Duration left() {
        return patience.minusNanos(System.nanoTime() - startNanos);
    }

    boolean isOver() {
        return !left().isPositive();
    }

    /** What is left, at most {@code limit}; but long enough for one request in any case. */
    Duration atMost(Duration limit) {
        Duration shorter = left().compareTo(limit) < 0 ? left() : limit;
        Duration shortest = Duration.ofMillis(REQUEST_MILLIS_MIN);
        return shorter.compareTo(shortest) < 0 ? shortest : shorter;
    }

    /**
     * Waits before the next round, longer each time: nodes that elect a leader have no use for more requests.
     *
     * @return whether there is time for one more round
     */
    boolean pause(int round) {
        long millis = Math.min(PAUSE_MILLIS_MAX, PAUSE_MILLIS_MIN << Math.min(round, 10));
        if (left().toMillis() <= millis) {
            return false;
        }
        try {
            Thread.sleep(millis);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
