/**
 * Measures what ordering alone can do: members with a validator's consensus, block log and transport, but without a ledger,
 * agree on opaque proposals of callers in the leader's own process. Nothing here is part of a validator.
 */
@NullMarked
package org.khazana.node.bench.order;

import org.jspecify.annotations.NullMarked;
