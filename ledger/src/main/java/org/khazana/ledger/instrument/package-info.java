/** What can be held, and on which terms: the same words in operations and in the state. Depends on {@code id}, {@code crypto} and {@code table}. */
@NullMarked
package org.khazana.ledger.instrument;

import org.jspecify.annotations.NullMarked;
