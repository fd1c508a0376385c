package org.khazana.consensus.runtime;

/** Lets one of many equal messages through per period and counts the others. One thread. */
final class RepeatLimit {
    private final long periodMillis;
    private long quietUntilMillis = Long.MIN_VALUE;
    private long suppressed;

    RepeatLimit(long periodMillis) {
        this.periodMillis = periodMillis;
    }

    boolean allows(long nowMillis) {
        if (nowMillis < quietUntilMillis) {
            suppressed++;
            return false;
        }
        quietUntilMillis = nowMillis + periodMillis;
        return true;
    }

    /** How many were held back since the last call. */
    long takeSuppressed() {
        long count = suppressed;
        suppressed = 0;
        return count;
    }
}
