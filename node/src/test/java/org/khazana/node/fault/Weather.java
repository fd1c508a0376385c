package org.khazana.node.fault;

/**
 * What happens to the bytes that one validator sends another.
 *
 * @param delayMillis each byte arrives so much later; 0 for none
 * @param bytesPerSecond at most so many get through; 0 for no bound
 */
record Weather(Passage passage, long delayMillis, long bytesPerSecond) {
    static final Weather CLEAR = new Weather(Passage.OPEN, 0, 0);
    static final Weather HELD = new Weather(Passage.HELD, 0, 0);
    static final Weather LOST = new Weather(Passage.LOST, 0, 0);

    /** Whether bytes get through at all. */
    enum Passage {
        OPEN,
        /** They arrive when the passage opens again, like packets that are sent again until one gets through. */
        HELD,
        /** They never arrive. A connection that has lost some is broken off when the passage opens. */
        LOST
    }

    static Weather slow(long delayMillis) {
        return new Weather(Passage.OPEN, delayMillis, 0);
    }

    static Weather narrow(long bytesPerSecond) {
        return new Weather(Passage.OPEN, 0, bytesPerSecond);
    }

    @Override
    public String toString() {
        return switch (passage) {
            case HELD -> "held back";
            case LOST -> "lost";
            case OPEN ->
                delayMillis > 0
                        ? delayMillis + " ms late"
                        : bytesPerSecond > 0 ? "throttled to " + bytesPerSecond / 1_000 + " kB/s" : "clear";
        };
    }
}
