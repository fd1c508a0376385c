package org.khazana.ledger.statetree;

/**
 * A record that a proof of a group shows: the bytes of its key and of its value. Not to be changed.
 */
@SuppressWarnings("ArrayRecordComponent") // shown to a reader, never compared
public record GroupRecord(byte[] key, byte[] value) {}
