/**
 * Who takes part: from what the governors decided on the ledger to the configuration of consensus, and to whom this node
 * knows and connects. Depends on {@code consensus}, {@code ledger} and {@code transport}'s addresses.
 */
@NullMarked
package org.khazana.node.membership;

import org.jspecify.annotations.NullMarked;
