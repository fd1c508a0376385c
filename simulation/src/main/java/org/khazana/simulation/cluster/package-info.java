/**
 * One member with its disk, held messages and state machine, as both the seeded world and the transcripts drive it.
 * Depends on {@code disk}, {@code property} and {@code linearizability}.
 */
@NullMarked
package org.khazana.simulation.cluster;

import org.jspecify.annotations.NullMarked;
