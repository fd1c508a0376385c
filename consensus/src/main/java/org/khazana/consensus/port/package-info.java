/**
 * What consensus needs from the outside, declared here and implemented by {@code storage}, {@code node} and the
 * simulator. Depends on {@code log}, {@code membership} and {@code message}.
 */
@NullMarked
package org.khazana.consensus.port;

import org.jspecify.annotations.NullMarked;
