/**
 * One seed, one run: virtual time, faults drawn from the seed, clients, and at the end calm in which the cluster must
 * agree. State changes in place; one thread owns a run. Depends on all other packages but {@code transcript}.
 */
@NullMarked
package org.khazana.simulation.world;

import org.jspecify.annotations.NullMarked;
