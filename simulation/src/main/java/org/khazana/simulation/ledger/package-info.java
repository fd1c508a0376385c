/**
 * The whole ledger on top of the simulated cluster: real blocks of random business, executed by every member with the
 * real rules, and what must hold of them. Only signatures are cheap. Depends on {@code cluster} and {@code property}.
 */
@NullMarked
package org.khazana.simulation.ledger;

import org.jspecify.annotations.NullMarked;
