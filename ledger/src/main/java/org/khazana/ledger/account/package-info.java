/** What accounts can be: for whom, who signs, what their money may become. Depends on {@code table} only. */
@NullMarked
package org.khazana.ledger.account;

import org.jspecify.annotations.NullMarked;
