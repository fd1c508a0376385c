/**
 * Members that sign what blocks came to: each executed block has a head, signed by the very rules of the ledger once a record of it is
 * on the simulated disk; and members that lie. Depends on {@code cluster}, {@code property} and {@code ledger}.
 */
@NullMarked
package org.khazana.simulation.finality;

import org.jspecify.annotations.NullMarked;
