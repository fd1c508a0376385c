/** What a validator has signed, across crashes. Depends on {@code slots} and {@code ledger.finality}. */
@NullMarked
package org.khazana.storage.signing;

import org.jspecify.annotations.NullMarked;
