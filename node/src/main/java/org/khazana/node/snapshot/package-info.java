/**
 * Snapshots of the ledger state between validators: which ones this node holds and hands out, and how it fetches one when
 * the others have forgotten the blocks that it lacks. Depends on {@code storage.snapshot}, {@code storage.state} and {@code
 * node.transport}, and on {@code consensus}.
 */
@NullMarked
package org.khazana.node.snapshot;

import org.jspecify.annotations.NullMarked;
