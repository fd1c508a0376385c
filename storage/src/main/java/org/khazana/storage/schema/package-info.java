/**
 * What the ledger state looks like in bytes: which columns there are, how keys are ordered and how values are encoded.
 * Depends on {@code rocksdb} and on the records of the ledger.
 */
@NullMarked
package org.khazana.storage.schema;

import org.jspecify.annotations.NullMarked;
