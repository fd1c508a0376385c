package org.khazana.node.apply;

import java.util.Optional;
import java.util.function.Consumer;
import org.khazana.consensus.log.LogEntry;
import org.khazana.ledger.block.Block;
import org.khazana.ledger.block.BlockHeader;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.ledger.wire.BlockCodec;
import org.khazana.ledger.wire.MalformedBlock;
import org.khazana.node.membership.Roster;

/**
 * Whether a log entry from a peer is what it says. Consensus trusts the hash of an entry without knowing what it is
 * over; so nothing may reach consensus, and the disk, whose bytes do not give that hash.
 */
public final class BlockInspection {
    private final ChainId chainId;
    private final Consumer<Block> sound;

    /**
     * Inspects blocks of this chain.
     *
     * @param sound told of every block that is what it says; does not block
     */
    public BlockInspection(ChainId chainId, Consumer<Block> sound) {
        this.chainId = chainId;
        this.sound = sound;
    }

    /** What is wrong with the entry, as a clause for the operator; empty when every byte fits. */
    public Optional<String> problemWith(LogEntry entry) {
        try {
            Block block = BlockCodec.decode(entry.payload().bytes());
            Optional<String> problem = problemWith(entry, block);
            if (problem.isEmpty()) {
                sound.accept(block);
            }
            return problem;
        } catch (MalformedBlock e) {
            return Optional.of("its bytes are no block: " + e.getMessage());
        }
    }

    /** Consensus obeys the configuration beside the bytes, and the hash covers the one in the bytes. */
    private static boolean isMembershipOf(LogEntry entry, Block block) {
        return entry.configuration().map(Roster::membership).equals(block.membership());
    }

    private Optional<String> problemWith(LogEntry entry, Block block) {
        BlockHeader header = block.header();
        if (!header.chainId().equals(chainId)) {
            return Optional.of("it is of another chain");
        }
        if (!isMembershipOf(entry, block)) {
            return Optional.of("its bytes say something else about who takes part");
        }
        if (header.height() != entry.index() || header.term() != entry.term().number()) {
            return Optional.of("its header names another place: " + header.height() + "@" + header.term());
        }
        if (header.timeMillis() != entry.timeMillis()) {
            return Optional.of("its header names another time");
        }
        if (!header.parentHash().equals(Hash.of(entry.parentHash().toBytes()))) {
            return Optional.of("its header names another parent");
        }
        return block.hash().equals(Hash.of(entry.hash().toBytes()))
                ? Optional.empty()
                : Optional.of("its header has another hash");
    }
}
