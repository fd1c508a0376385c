/**
 * Measures whole validators for {@code khazana bench}: runs them as processes of their own, prepares a register and signed
 * transactions, has {@code bench.http} send them at the pace of {@code bench.drive}, and tells what came of it and what it
 * cost. Nothing here is part of a validator.
 */
@NullMarked
package org.khazana.node.bench;

import org.jspecify.annotations.NullMarked;
