package org.khazana.ledger.authority;

/** Bounds on the keys of a party. */
public final class KeyLimits {
    /** Most keys of a party that sign. */
    public static final int PER_PARTY_MAX = 32;

    /** Most that one key may count towards a party's threshold; the least is 1. */
    public static final int WEIGHT_MAX = 100;

    private KeyLimits() {}
}
