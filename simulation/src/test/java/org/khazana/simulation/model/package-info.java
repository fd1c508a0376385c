/** Runs the TLA+ model of consensus that stands in {@code src/main/tla}. Depends on nothing of ours. */
@NullMarked
package org.khazana.simulation.model;

import org.jspecify.annotations.NullMarked;
