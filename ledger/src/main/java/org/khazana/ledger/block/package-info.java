/** Blocks and their headers, each naming the hash of its parent. Depends on {@code crypto} and {@code transaction}. */
@NullMarked
package org.khazana.ledger.block;

import org.jspecify.annotations.NullMarked;
