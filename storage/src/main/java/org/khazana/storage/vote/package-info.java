/** Term and vote, kept twice across crashes. Depends on {@code consensus.log} and {@code consensus.port}. */
@NullMarked
package org.khazana.storage.vote;

import org.jspecify.annotations.NullMarked;
