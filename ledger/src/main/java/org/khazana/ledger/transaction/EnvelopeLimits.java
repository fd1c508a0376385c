package org.khazana.ledger.transaction;

/** Bounds of what a client may send, the same on every node. */
public final class EnvelopeLimits {
    /** Most bytes of one envelope: 64 KiB. */
    public static final int ENVELOPE_BYTES_MAX = 64 << 10;

    public static final int SIGNATURES_MAX = 8;

    /** How far after the time of the block a transaction may stay valid: 24 hours. Bounds what must be remembered. */
    public static final long VALIDITY_MILLIS_MAX = 24L * 60 * 60 * 1000;

    private EnvelopeLimits() {}
}
