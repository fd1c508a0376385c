/** Ordered refusals; they look and answer, and write nothing. Depends on {@code state}, {@code operation}, {@code refusal} and {@code transaction}. */
@NullMarked
package org.khazana.ledger.rules;

import org.jspecify.annotations.NullMarked;
