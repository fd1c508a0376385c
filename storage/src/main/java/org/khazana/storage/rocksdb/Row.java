package org.khazana.storage.rocksdb;

/**
 * One key with its value, as plain bytes.
 *
 * @param column name of its column
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
public record Row(String column, byte[] key, byte[] value) {}
