/** What the ledger answers: receipts, postings and the numbered refusals. Depends on {@code transaction}. */
@NullMarked
package org.khazana.ledger.receipt;

import org.jspecify.annotations.NullMarked;
