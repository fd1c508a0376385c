/**
 * What survives a restart: the block log, the ledger state in RocksDB, and snapshots. Implements the ports that
 * {@code consensus} and {@code ledger} declare, and depends on those two only.
 */
@NullMarked
package org.khazana.storage;

import org.jspecify.annotations.NullMarked;
