/** What others may demand of what somebody holds: restrictions, orders and encumbrances. Depends on {@code authority}. */
@NullMarked
package org.khazana.ledger.claim;

import org.jspecify.annotations.NullMarked;
