/**
 * The tables that a store keeps: those of the ledger, and a few of its own. Depends on the tables of the ledger.
 */
@NullMarked
package org.khazana.storage.schema;

import org.jspecify.annotations.NullMarked;
