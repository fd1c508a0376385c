/** Tests of how a benchmark sends, counts and times; over a clock that is only counted, and over a small HTTP server. */
@NullMarked
package org.khazana.node.bench.drive;

import org.jspecify.annotations.NullMarked;
