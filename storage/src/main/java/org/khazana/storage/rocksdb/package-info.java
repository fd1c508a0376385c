/**
 * Opening RocksDB, and tables in it. Knows nothing of the ledger; the only
 * package that uses RocksDB.
 */
@NullMarked
package org.khazana.storage.rocksdb;

import org.jspecify.annotations.NullMarked;
