/** What the ledger knows: entities, the read-only view of them, and the changes that alone may alter them. Depends on {@code transaction}, {@code validator} and {@code receipt}. */
@NullMarked
package org.khazana.ledger.state;

import org.jspecify.annotations.NullMarked;
