/** Signs transactions in a thread of its own while others are sent, for runs that are too long to sign all beforehand. */
@NullMarked
package org.khazana.node.bench.ahead;

import org.jspecify.annotations.NullMarked;
