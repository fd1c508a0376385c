/**
 * The running process: the command line, the wiring of all parts, peer connections and TLS. The only module that knows
 * all the others; none of them knows it.
 */
@NullMarked
package org.khazana.node;

import org.jspecify.annotations.NullMarked;
