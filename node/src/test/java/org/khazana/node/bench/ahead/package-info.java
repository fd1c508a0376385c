/** Tests of requests that are made while others are sent. */
@NullMarked
package org.khazana.node.bench.ahead;

import org.jspecify.annotations.NullMarked;
