package org.khazana.ledger.transaction;

/** Bounds of what a client may send, the same on every node. */
public final class EnvelopeLimits {
    /** Most bytes of one envelope: 64 KiB. */
    public static final int ENVELOPE_BYTES_MAX = 64 << 10;

    public static final int SIGNATURES_MAX = 8;

    public static final int LEGS_MIN = 2;
    public static final int LEGS_MAX = 32;

    /** How far after the time of the block a transaction may stay valid: 24 hours. Bounds what must be remembered. */
    public static final long VALIDITY_MILLIS_MAX = 24L * 60 * 60 * 1000;

    /** Characters (Unicode code points) of a name. */
    public static final int NAME_LENGTH_MAX = 64;

    /** Characters of a payment reference: ISO 20022 Max35Text. */
    public static final int REFERENCE_LENGTH_MAX = 35;

    private EnvelopeLimits() {}
}
