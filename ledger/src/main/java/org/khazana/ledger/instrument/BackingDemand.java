package org.khazana.ledger.instrument;

/**
 * What must be known of what lies behind an instrument that is not native, before more of it comes into being.
 *
 * @param attestors how many must vouch for as much, 1 to {@link #ATTESTORS_MAX}
 * @param hoursMax how old an attestation may be, 1 to {@link #HOURS_MAX}
 */
public record BackingDemand(long attestors, long hoursMax) {
    public static final int ATTESTORS_MAX = 16;
    /** A year. */
    public static final long HOURS_MAX = 366 * 24;

    private static final long HOUR_MILLIS = 60L * 60 * 1000;

    /** Whether what was seen at one instant still counts at another one. */
    public boolean isFresh(long asOfMillis, long nowMillis) {
        return nowMillis - asOfMillis <= hoursMax * HOUR_MILLIS;
    }
}
