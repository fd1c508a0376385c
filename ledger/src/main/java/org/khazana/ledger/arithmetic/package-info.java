/** Sums about money in integers: prices, yields, considerations, with each rounding named. Depends on nothing of ours. */
@NullMarked
package org.khazana.ledger.arithmetic;

import org.jspecify.annotations.NullMarked;
