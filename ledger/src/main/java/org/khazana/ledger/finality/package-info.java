/**
 * What validators sign after they have executed a block, what follows when enough of them sign the same, and what it
 * proves when one of them signs two things: heads, proposals or votes. Pure, and told everything: it signs nothing, stores nothing
 * and sends nothing.
 * Depends on {@code block}, {@code crypto}, {@code transaction} and {@code validator}.
 */
@NullMarked
package org.khazana.ledger.finality;

import org.jspecify.annotations.NullMarked;
