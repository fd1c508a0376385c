package org.khazana.ledger.block;

/**
 * When something is decided: the only time there is for the rules.
 *
 * @param height of the block
 * @param timeMillis of the block, milliseconds since 1970 UTC
 */
public record Moment(long height, long timeMillis) {}
