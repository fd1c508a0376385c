package org.khazana.node.apply;

import java.util.Optional;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.log.Term;
import org.khazana.consensus.membership.MemberId;
import org.khazana.ledger.block.Block;
import org.khazana.ledger.block.BlockHeader;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.finality.SignedProposal;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.ledger.wire.BlockCodec;
import org.khazana.ledger.wire.MalformedBlock;
import org.khazana.node.membership.Roster;

/**
 * Whether a log entry from a peer is what it says. Consensus trusts the hash of an entry without knowing what it is
 * over; so nothing may reach consensus, and the disk, whose bytes do not give that hash, or that its proposer has not signed.
 */
public final class BlockInspection {
    private final ChainId chainId;
    private final ProposerCheck proposers;
    private final Listener listener;

    /** Who is told of every block that is what it says. Does not block. */
    public interface Listener {
        void sound(Block block, SignedProposal proposal);
    }

    /** Inspects blocks of this chain. */
    public BlockInspection(ChainId chainId, ProposerCheck proposers, Listener listener) {
        this.chainId = chainId;
        this.proposers = proposers;
        this.listener = listener;
    }

    /** What was found. */
    public sealed interface Finding {
        /** Every byte fits, and its proposer has signed it. */
        record Sound() implements Finding {}

        /** Whether its proposer has signed it can be said once more blocks are executed here; it will be sent again. */
        record NotYet() implements Finding {}

        /** What is wrong with it, as a clause for the operator. */
        record Wrong(String problem) implements Finding {}
    }

    /**
     * Looks at an entry that a leader has sent. What that leader has made itself it must have signed itself; what others have
     * made is signed by them, whoever sends it.
     */
    public Finding inspect(LogEntry entry, MemberId leader, Term leaderTerm) {
        boolean isOwn = entry.term().equals(leaderTerm);
        return inspect(entry, isOwn ? Optional.of(leader.validator()) : Optional.empty());
    }

    /** Looks at an entry that was kept, whoever has sent it. */
    public Finding inspect(LogEntry entry) {
        return inspect(entry, Optional.empty());
    }

    private Finding inspect(LogEntry entry, Optional<String> proposer) {
        Block block;
        try {
            block = BlockCodec.decode(entry.payload().bytes());
        } catch (MalformedBlock e) {
            return new Finding.Wrong("its bytes are no block: " + e.getMessage());
        }
        Optional<String> problem = problemWith(entry, block);
        if (problem.isPresent()) {
            return new Finding.Wrong(problem.get());
        }
        if (proposer.isPresent() && !block.header().proposer().equals(proposer.get())) {
            return new Finding.Wrong("its header names " + block.header().proposer() + " as its proposer");
        }
        return switch (proposers.judge(block)) {
            case ProposerCheck.Verdict.Right(SignedProposal proposal) -> {
                listener.sound(block, proposal);
                yield new Finding.Sound();
            }
            case ProposerCheck.Verdict.NotYet notYet -> new Finding.NotYet();
            case ProposerCheck.Verdict.Wrong(String wrong) -> new Finding.Wrong(wrong);
        };
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
