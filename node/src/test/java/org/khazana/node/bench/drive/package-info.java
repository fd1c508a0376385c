/** Tests of how a benchmark paces, counts and times, over a clock that is only counted. */
@NullMarked
package org.khazana.node.bench.drive;

import org.jspecify.annotations.NullMarked;
