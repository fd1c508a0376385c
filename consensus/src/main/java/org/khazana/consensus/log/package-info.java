/**
 * What the replicated log is made of: terms, entries, their hashes, and the vote that must outlive a crash.
 * Depends on nothing but {@code membership}.
 */
@NullMarked
package org.khazana.consensus.log;

import org.jspecify.annotations.NullMarked;
