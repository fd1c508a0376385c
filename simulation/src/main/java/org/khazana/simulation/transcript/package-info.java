/**
 * Protocol scenarios as text: a command, and below it what the real core did. Depends on {@code cluster}.
 */
@NullMarked
package org.khazana.simulation.transcript;

import org.jspecify.annotations.NullMarked;
