package org.khazana.consensus.message;

/**
 * A leader tells a recovering follower when it is whole again: once it holds the leader's log durably up to
 * {@code index}.
 *
 * @param recovery the recovery that ends, as the follower has named it: an old message must not end a later one, which
 *     came of a later loss
 */
public record Readmission(long recovery, long index) {}
