/**
 * Bugs planted in the sources of the core, one at a time, to prove that the simulator finds them. A plant is a change of
 * source text, compiled in memory and loaded beside the real classes: production code knows nothing of it. Depends on
 * {@code world}.
 */
@NullMarked
package org.khazana.simulation.planted;

import org.jspecify.annotations.NullMarked;
