package org.khazana.ledger.claim;

/** Bounds, so that no movement has to look at more than a few records; the same on every node. */
public final class ClaimLimits {
    /** Most encumbrances that one position may bear, expired ones not counted. */
    public static final int ENCUMBRANCES_PER_POSITION_MAX = 64;

    /** Most restrictions that may lie on one target at a time. */
    public static final int RESTRICTIONS_PER_TARGET_MAX = 64;

    /** Most ranges of serials that one restriction may name, also after orders have taken some of its tokens. */
    public static final int SERIAL_RANGES_MAX = 64;

    /** Most lots that are looked at to find the restricted tokens of a position, in either of two ways. */
    public static final int LOTS_LOOKED_AT_MAX = 256;

    /** Most encumbrances that one order may name. */
    public static final int OVERRIDES_MAX = 8;

    /** Days of 24 hours. */
    public static final int NOTICE_DAYS_MAX = 366;

    private ClaimLimits() {}
}
