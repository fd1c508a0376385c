package org.khazana.storage.snapshot;

import org.khazana.ledger.block.BlockHeader;
import org.khazana.ledger.proof.Testimony;

/**
 * What makes a snapshot believed by who has the genesis; says nothing by itself: {@link VoucherCheck} checks it.
 *
 * @param header of the snapshot's block; its hash stands in the head, so that its term and time are vouched for as well
 * @param testimony of the head after that block
 */
public record SnapshotVoucher(BlockHeader header, Testimony testimony) {}
