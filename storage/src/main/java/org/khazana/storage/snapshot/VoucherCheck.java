package org.khazana.storage.snapshot;

import static org.khazana.storage.snapshot.MalformedSnapshot.require;

import org.khazana.consensus.log.EntryMetadata;
import org.khazana.ledger.block.BlockHeader;
import org.khazana.ledger.block.HeaderLayout;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.finality.Head;
import org.khazana.ledger.proof.TestimonyVerifier;
import org.khazana.ledger.proof.Vouched;
import org.khazana.ledger.transaction.ChainId;

/**
 * Tells whether validators vouch for a snapshot, before anything of the state itself was looked at.
 *
 * @param chainId of the network
 * @param verifier trusts the genesis of that network
 */
public record VoucherCheck(ChainId chainId, TestimonyVerifier verifier) {

    /**
     * On whose word the state after the block that {@code origin} names is what the head says; the rows are to be those of the head.
     *
     * @throws MalformedSnapshot with the first doubt
     */
    public Vouched check(StateExport.Origin origin, SnapshotVoucher voucher) throws MalformedSnapshot {
        EntryMetadata last = origin.last();
        require(
                origin.chainId().equals(chainId),
                SnapshotDoubt.SNAPSHOT_OF_ANOTHER_NETWORK,
                "it is of network " + origin.chainId() + ", not of " + chainId);
        BlockHeader header = voucher.header();
        Hash blockHash = Hash.of(last.hash().toBytes());
        require(
                header.chainId().equals(chainId)
                        && header.height() == last.index()
                        && header.term() == last.id().term().number()
                        && header.timeMillis() == last.timeMillis()
                        && HeaderLayout.hash(header).equals(blockHash),
                SnapshotDoubt.BLOCK_DIFFERENT,
                "the header is not that of block " + last.id());
        Vouched vouched = vouched(voucher);
        Head head = vouched.head();
        require(
                head.height() == last.index() && head.blockHash().equals(blockHash),
                SnapshotDoubt.HEAD_OF_ANOTHER_BLOCK,
                "the validators vouch for block " + head.height() + " with hash " + head.blockHash()
                        + ", and it is of block " + last.index() + " with hash " + blockHash);
        return vouched;
    }

    private Vouched vouched(SnapshotVoucher voucher) throws MalformedSnapshot {
        return switch (verifier.check(voucher.testimony())) {
            case TestimonyVerifier.Outcome.Believed(Vouched vouched) -> vouched;
            case TestimonyVerifier.Outcome.Doubted doubted ->
                throw new MalformedSnapshot(doubted.doubt(), "nobody vouches for its head: " + doubted.sentence());
        };
    }
}
