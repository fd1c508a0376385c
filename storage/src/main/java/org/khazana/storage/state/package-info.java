/** The ledger's state in RocksDB: written block by block, read as of one height. */
@NullMarked
package org.khazana.storage.state;

import org.jspecify.annotations.NullMarked;
