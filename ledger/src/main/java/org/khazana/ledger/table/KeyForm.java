package org.khazana.ledger.table;

import java.util.function.Function;

/**
 * Keys as bytes. Compared as unsigned bytes they have the natural order of the keys.
 *
 * @param bytes of a key
 * @param read makes the key again
 */
public record KeyForm<K extends Comparable<K>>(Function<K, byte[]> bytes, Function<KeyReader, K> read) {}
