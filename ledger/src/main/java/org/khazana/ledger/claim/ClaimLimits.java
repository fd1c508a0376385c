package org.khazana.ledger.claim;

/** Bounds, so that no movement has to look at more than a few records; the same on every node. */
public final class ClaimLimits {
    /** Most encumbrances that one position may bear, expired ones not counted. */
    public static final int ENCUMBRANCES_PER_POSITION_MAX = 64;

    /** Most restrictions that may lie on one target at a time. */
    public static final int RESTRICTIONS_PER_TARGET_MAX = 64;

    /** Most encumbrances that one order may name. */
    public static final int OVERRIDES_MAX = 8;

    /** Days of 24 hours. */
    public static final int NOTICE_DAYS_MAX = 366;

    private ClaimLimits() {}
}
