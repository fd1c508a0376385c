package org.khazana.ledger.execution;

/**
 * Where in the chain a transaction is decided, and when.
 *
 * @param height of the block
 * @param position within the block, from 0
 * @param timeMillis of the block, milliseconds since 1970 UTC
 */
record Place(long height, int position, long timeMillis) {
    /** Of what is only tried, and never kept: after everything that was. */
    static Place ofTrial(long timeMillis) {
        return new Place(Long.MAX_VALUE, 0, timeMillis);
    }
}
