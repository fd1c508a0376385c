/**
 * A disk that forgets: what is durable, what is only issued, and what a crash leaves of the difference. State changes in
 * place; one thread owns a run. Depends on {@code consensus} only.
 */
@NullMarked
package org.khazana.simulation.disk;

import org.jspecify.annotations.NullMarked;
