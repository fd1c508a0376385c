/**
 * Whether what clients saw could have come from one register that takes one call after the other: linearizability
 * (Herlihy and Wing 1990), decided by the search of Wing and Gong (1993) with Lowe's memory of what was tried (2017), one
 * independent object at a time. Knows nothing of consensus; a history may come from the simulator or from real processes.
 */
@NullMarked
package org.khazana.simulation.linearizability;

import org.jspecify.annotations.NullMarked;
