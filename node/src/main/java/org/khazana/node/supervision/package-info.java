/**
 * Runs validators as child processes of this one, for {@code khazana cluster up}, the demo and the acceptance tests:
 * starts them, waits until they serve, kills and restarts them, and sees to it that none outlives its parent.
 */
@NullMarked
package org.khazana.node.supervision;

import org.jspecify.annotations.NullMarked;
