package org.khazana.ledger.receipt;

/** Bounds of receipts, the same on every node. */
public final class ReceiptLimits {
    /**
     * Most bytes of one receipt: 4 MiB. The largest that the rules allow is that of a step of due work that settles a thousand
     * instructions; most have a few hundred bytes.
     */
    public static final int RECEIPT_BYTES_MAX = 4 << 20;

    private ReceiptLimits() {}
}
