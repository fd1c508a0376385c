/**
 * The whole ledger state as of one block, in pieces that are the same on every validator: cut from a state that is held on
 * to, fetched by another validator if others vouch for it, put together there and exchanged for what it had. Byte layouts: {@code
 * docs/proofs.md}. Depends on {@code rocksdb} and {@code schema}, on the hashes of the ledger, and on {@code
 * consensus.log}, {@code consensus.membership}, {@code consensus.port} and {@code consensus.wire}.
 */
@NullMarked
package org.khazana.storage.snapshot;

import org.jspecify.annotations.NullMarked;
