package org.khazana.simulation.world;

/** The clocks of one machine: a monotonic one that may run at another speed or leap ahead, and a calendar. */
final class HostClock {
    private static final long MICROS_PER_MILLI = 1_000;
    private static final long PERMILLE = 1_000;
    private static final long WALL_CLOCK_START_MILLIS = 1_700_000_000_000L;

    private long baseMillis;
    private long baseMicros;
    private long ratePermille;
    private long wallSkewMillis;

    HostClock(long originMillis, long ratePermille, long wallSkewMillis) {
        this.baseMillis = originMillis;
        this.ratePermille = ratePermille;
        this.wallSkewMillis = wallSkewMillis;
    }

    /** The monotonic clock; never goes back. */
    long millis(long nowMicros) {
        return baseMillis + (nowMicros - baseMicros) * ratePermille / PERMILLE / MICROS_PER_MILLI;
    }

    /** The calendar, which may be wrong. */
    long wallMillis(long nowMicros) {
        return WALL_CLOCK_START_MILLIS + wallSkewMillis + nowMicros / MICROS_PER_MILLI;
    }

    void changeRate(long nowMicros, long permille) {
        leap(nowMicros, 0, 0);
        ratePermille = permille;
    }

    void leap(long nowMicros, long monotonicMillis, long wallMillis) {
        baseMillis = millis(nowMicros) + monotonicMillis;
        baseMicros = nowMicros;
        wallSkewMillis += wallMillis;
    }
}
