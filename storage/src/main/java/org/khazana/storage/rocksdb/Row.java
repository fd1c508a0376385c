package org.khazana.storage.rocksdb;

/**
 * One key with its value, as plain bytes.
 *
 * @param key beginning with the number of its table
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
public record Row(byte[] key, byte[] value) {}
