/** Serials: which tokens, by their numbers. Depends on {@code form}. */
@NullMarked
package org.khazana.ledger.serial;

import org.jspecify.annotations.NullMarked;
