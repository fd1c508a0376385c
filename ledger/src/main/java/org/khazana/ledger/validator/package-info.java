/**
 * Who runs the network, as the ledger itself says: validators, and the sets of them that follow one another. Depends on
 * {@code crypto}.
 */
@NullMarked
package org.khazana.ledger.validator;

import org.jspecify.annotations.NullMarked;
