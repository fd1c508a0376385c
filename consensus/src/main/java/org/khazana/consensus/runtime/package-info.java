/**
 * Runs the core: one thread owns it, one writes the log, one applies what is agreed on. The only package of this module
 * with threads, clocks and logging. Depends on {@code raft}, {@code port}, {@code message} and {@code log}.
 */
@NullMarked
package org.khazana.consensus.runtime;

import org.jspecify.annotations.NullMarked;
