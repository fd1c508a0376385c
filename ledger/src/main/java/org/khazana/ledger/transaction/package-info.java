/** What a client asks for and signs: ids, operations, envelopes. Depends on {@code crypto} and {@code validator}. */
@NullMarked
package org.khazana.ledger.transaction;

import org.jspecify.annotations.NullMarked;
