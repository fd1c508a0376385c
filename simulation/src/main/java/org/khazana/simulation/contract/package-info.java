/**
 * What every implementation of a port must do, as tests to inherit: the real one on disk and the one the simulator uses
 * answer the same questions, so that the simulator's disk cannot lie.
 */
@NullMarked
package org.khazana.simulation.contract;

import org.jspecify.annotations.NullMarked;
