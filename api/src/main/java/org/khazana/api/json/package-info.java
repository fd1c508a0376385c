/**
 * JSON in and out: strict reading that finds all mistakes at once, amounts as decimal strings, and the shape of every
 * answer as a record. Knows {@code ledger} and {@code port}, and nothing of HTTP.
 */
@NullMarked
package org.khazana.api.json;

import org.jspecify.annotations.NullMarked;
