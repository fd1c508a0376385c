package org.khazana.ledger.statetree;

/**
 * Names one version of an entry, which lives until a later block replaces or removes it.
 *
 * @param height of the block that wrote it
 */
public record LeafKey(StatePath path, long height) {}
