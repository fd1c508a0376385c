/**
 * Runs the TLA+ model of consensus that stands in {@code src/main/tla}, and holds recorded runs of the simulator against it.
 * Depends on {@code world}, and on {@code planted} to show that it can object.
 */
@NullMarked
package org.khazana.simulation.model;

import org.jspecify.annotations.NullMarked;
