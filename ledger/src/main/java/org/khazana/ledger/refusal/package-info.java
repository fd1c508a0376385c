/** Why the ledger refuses. */
@NullMarked
package org.khazana.ledger.refusal;

import org.jspecify.annotations.NullMarked;
