/**
 * Everything that can go wrong for a caller, as problem documents (RFC 9457) with a status and, where the ledger has
 * one, its stable code. Knows {@code json} and {@code ledger}.
 */
@NullMarked
package org.khazana.api.problem;

import org.jspecify.annotations.NullMarked;
