/** Tests of what members that only order agree on, and of those who propose it. */
@NullMarked
package org.khazana.node.bench.order;

import org.jspecify.annotations.NullMarked;
