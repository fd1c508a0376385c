/**
 * The pure core of consensus: {@link org.khazana.consensus.raft.RaftCore#step} takes one input and answers with effects.
 * No I/O, clock, thread, logger or chance of its own; a run is replayed from its inputs. Depends on {@code log},
 * {@code membership}, {@code message} and {@code port}.
 */
@NullMarked
package org.khazana.consensus.raft;

import org.jspecify.annotations.NullMarked;
