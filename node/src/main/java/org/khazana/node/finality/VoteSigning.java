package org.khazana.node.finality;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.message.Message;
import org.khazana.consensus.message.PreVoteRequest;
import org.khazana.consensus.port.PeerSender;
import org.khazana.ledger.finality.Vote;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.node.transport.VotePeers;

/**
 * Signs votes as they leave. Consensus lets a vote leave only after term and vote are durable, and a member votes once in a term; so
 * there is never a second one to sign, also after a restart, and the same vote has the same signature. Any thread sends.
 */
public final class VoteSigning implements PeerSender {
    private final ChainId chainId;
    private final MemberId self;
    private final HeadSigner signer;
    private final PeerSender peers;
    private final VotePeers votePeers;
    private final AtomicLong term;

    /**
     * Sends everything on.
     *
     * @param term that this node was in when it was started
     */
    public VoteSigning(
            ChainId chainId, MemberId self, HeadSigner signer, PeerSender peers, VotePeers votePeers, long term) {
        this.chainId = chainId;
        this.self = self;
        this.signer = signer;
        this.peers = peers;
        this.votePeers = votePeers;
        this.term = new AtomicLong(term);
    }

    @Override
    public void send(MemberId to, Message message) {
        if (!(message instanceof PreVoteRequest)) { // its term is one that nobody has entered
            term.accumulateAndGet(message.term().number(), Math::max);
        }
        Optional<Vote> vote = Votes.in(message, chainId, self, to);
        if (vote.isPresent()) {
            votePeers.sendVote(to, message, signer.sign(vote.get()).signature().signature());
        } else {
            peers.send(to, message);
        }
    }

    /** The highest term in which this node has said anything. */
    public long term() {
        return term.get();
    }
}
