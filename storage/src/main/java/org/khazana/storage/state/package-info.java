/**
 * The ledger's state: written block by block, read as of one height. Depends on {@code schema} and {@code rocksdb}, and
 * on the records of the ledger.
 */
@NullMarked
package org.khazana.storage.state;

import org.jspecify.annotations.NullMarked;
