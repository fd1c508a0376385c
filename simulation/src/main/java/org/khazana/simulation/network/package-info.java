/**
 * Which messages arrive, when and how often. Depends on {@code consensus} only.
 */
@NullMarked
package org.khazana.simulation.network;

import org.jspecify.annotations.NullMarked;
