package org.khazana.ledger.block;

/** Bounds of blocks, the same on every node. */
public final class BlockLimits {
    /** Most transactions in one block; envelopes of working transactions are so large that bytes run out first. */
    public static final int TRANSACTIONS_MAX = 16_384;

    /** Most bytes of all envelopes of one block together: 2 MiB. */
    public static final int ENVELOPES_BYTES_MAX = 2 << 20;

    /** Most bytes of an encoded block: its envelopes, and room for the header and the envelopes' lengths. */
    public static final int BLOCK_BYTES_MAX = ENVELOPES_BYTES_MAX + (128 << 10);

    private BlockLimits() {}
}
