/** Decides each transaction of a block, applies what was decided to an overlay, proves the invariants and hands out the changes. Depends on everything else in the ledger but {@code wire}'s generated classes. */
@NullMarked
package org.khazana.ledger.execution;

import org.jspecify.annotations.NullMarked;
