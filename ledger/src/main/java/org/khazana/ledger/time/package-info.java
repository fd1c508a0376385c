/** Days of business: which there are, and which it is. Civil days are counted from 1970-01-01. Depends on {@code table}. */
@NullMarked
package org.khazana.ledger.time;

import org.jspecify.annotations.NullMarked;
