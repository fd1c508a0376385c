/**
 * The business rules of the register: what a transaction may do, what it changes, and how the result is proved.
 * Everything here is a function of its arguments: no input or output, no threads, no clock. Depends on no other module.
 */
@NullMarked
package org.khazana.ledger;

import org.jspecify.annotations.NullMarked;
