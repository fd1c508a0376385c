/**
 * Opening RocksDB, and columns that know the types of their keys and values. Knows nothing of the ledger; the only
 * package that uses RocksDB.
 */
@NullMarked
package org.khazana.storage.rocksdb;

import org.jspecify.annotations.NullMarked;
