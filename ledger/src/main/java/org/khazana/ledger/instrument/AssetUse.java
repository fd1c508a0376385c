package org.khazana.ledger.instrument;

/** What holders may do with an instrument, if its contract allows it. */
public enum AssetUse {
    TRANSFER,
    PLEDGE,
    /** Sale with agreed repurchase: a loan against interest in the form of two sales. */
    REPO
}
