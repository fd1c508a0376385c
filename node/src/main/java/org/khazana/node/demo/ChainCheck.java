package org.khazana.node.demo;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.khazana.api.json.BlockJson;
import org.khazana.ledger.block.BlockAssembly;
import org.khazana.ledger.block.BlockHeader;
import org.khazana.ledger.block.HeaderLayout;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.transaction.ChainId;

/**
 * Computes the chain anew from what one validator answered and from the envelopes that were sent, with the ledger's own
 * code. Shows that the history is one unbroken chain from the genesis and that it holds exactly the bytes that were
 * signed; not that a quorum agreed on it, for which the validators would have to sign it.
 */
final class ChainCheck {
    private final ChainId chain;
    private final Map<String, Acknowledged> sent;

    ChainCheck(ChainId chain, List<Acknowledged> sent) {
        this.chain = chain;
        this.sent = sent.stream().collect(Collectors.toMap(Acknowledged::id, Function.identity()));
    }

    /** What was found in order. */
    record Verdict(int blocks, int transactions) {}

    /**
     * Checks blocks from height 1 on, without a gap.
     *
     * @throws DemoFailed naming the first block that is not right
     */
    Verdict check(List<BlockJson> blocks) {
        Hash parent = chain.hash();
        Set<String> found = new HashSet<>();
        for (int i = 0; i < blocks.size(); i++) {
            BlockJson block = blocks.get(i);
            BlockHeader header = header(block);
            require(header.chainId().equals(chain), block, "is of another network");
            require(header.height() == i + 1, block, "is not where it should be");
            require(header.parentHash().equals(parent), block, "does not name the block before it");
            parent = HeaderLayout.hash(header);
            require(parent.toString().equals(block.hash()), block, "has another hash than it says");
            require(
                    root(block, found).equals(header.transactionsRoot()),
                    block,
                    "does not hold the bytes that were signed");
            found.addAll(block.transactions());
        }
        require(found.size() == sent.size(), blocks.getLast(), "is the last, and a transaction is missing so far");
        return new Verdict(blocks.size(), found.size());
    }

    private Hash root(BlockJson block, Set<String> foundBefore) {
        return BlockAssembly.transactionsRoot(block.transactions().stream()
                .map(id -> envelope(block, id, foundBefore))
                .toList());
    }

    /** What was sent twice, since an answer was slow, may stand in a later block once more; its first receipt counts. */
    private byte[] envelope(BlockJson block, String id, Set<String> foundBefore) {
        Acknowledged transaction = Optional.ofNullable(sent.get(id))
                .orElseThrow(() -> wrong(block, "holds a transaction that nobody sent: " + id));
        require(
                foundBefore.contains(id) || transaction.receipt().height() == block.height(),
                block,
                "is not the block of the receipt of " + id);
        return transaction.envelope();
    }

    private static BlockHeader header(BlockJson block) {
        return new BlockHeader(
                block.version(),
                new ChainId(Hash.fromHex(block.chainId())),
                block.height(),
                block.term(),
                block.proposer(),
                Instant.parse(block.time()).toEpochMilli(),
                Hash.fromHex(block.parentHash()),
                Hash.fromHex(block.transactionsRoot()),
                block.transactionCount(),
                Hash.fromHex(block.validatorSetHash()),
                Hash.fromHex(block.certificateHash()));
    }

    private static void require(boolean holds, BlockJson block, String wrong) {
        if (!holds) {
            throw wrong(block, wrong);
        }
    }

    private static DemoFailed wrong(BlockJson block, String wrong) {
        return new DemoFailed("block " + block.height() + " " + wrong);
    }
}
