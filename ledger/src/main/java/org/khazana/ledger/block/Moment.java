package org.khazana.ledger.block;

/**
 * Where in the chain a transaction is decided, and when: the only time there is for the rules.
 *
 * @param height of the block
 * @param position within the block, from 0
 * @param timeMillis of the block, milliseconds since 1970 UTC
 */
public record Moment(long height, int position, long timeMillis) {}
