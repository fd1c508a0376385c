/**
 * Says when a benchmark sends what, and counts and times what is answered. Knows no clock and no network: whoever carries
 * the requests tells the time.
 */
@NullMarked
package org.khazana.node.bench.drive;

import org.jspecify.annotations.NullMarked;
