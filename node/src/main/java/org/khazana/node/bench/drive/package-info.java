/**
 * Drives validators over HTTP from one thread, and counts and times what they answer: many keep-alive connections under
 * one selector, since the clients of a benchmark share the processors with those whom they measure.
 */
@NullMarked
package org.khazana.node.bench.drive;

import org.jspecify.annotations.NullMarked;
