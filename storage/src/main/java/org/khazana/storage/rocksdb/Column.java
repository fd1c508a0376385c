package org.khazana.storage.rocksdb;

import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * One RocksDB column family with what its bytes mean.
 *
 * @param name of the column family; stable
 * @param keyBytes the bytes of a key; compared as unsigned, they define the order of the column
 * @param valueBytes the bytes of a value
 * @param read makes a value out of the bytes of its key and its own; throws {@link IllegalStateException} if they are
 *     damaged
 */
public record Column<K, V>(
        String name,
        Function<K, byte[]> keyBytes,
        Function<V, byte[]> valueBytes,
        BiFunction<byte[], byte[], V> read) {}
