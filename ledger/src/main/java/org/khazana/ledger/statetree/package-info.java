/**
 * The state tree: one hash that stands for the whole state after a block, proofs that a record is in it or is not, and the versioned pages
 * from which both are made. Depends on {@code crypto} and {@code table} only.
 */
@NullMarked
package org.khazana.ledger.statetree;

import org.jspecify.annotations.NullMarked;
