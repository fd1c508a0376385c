package org.khazana.ledger.finality;

/**
 * Blocks that the state of a validator was found to hold when it started, and its block log not: it has lost them, and may yet lose the
 * state, which is not synced. Nobody signs what is not durable. Once later blocks are, signing these vouches for the lost ones too.
 *
 * @param logEnd greatest height in the log at the start
 * @param stateEnd greatest height in the state at the start
 */
public record Unlogged(long logEnd, long stateEnd) {
    /** Whether the block of this height is one of them. */
    public boolean has(long height) {
        return height > logEnd && height <= stateEnd;
    }
}
