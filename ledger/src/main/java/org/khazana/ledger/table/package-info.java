/**
 * What the ledger's state is made of: tables of records with keys in order, their bytes, indexes that are kept in step, and
 * changes. Knows nothing of what the records mean.
 */
@NullMarked
package org.khazana.ledger.table;

import org.jspecify.annotations.NullMarked;
