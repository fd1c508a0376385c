package org.khazana.node.gateway;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.khazana.consensus.log.Payload;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.raft.ProposalOutcome;
import org.khazana.consensus.raft.ReplicaStatus;
import org.khazana.node.transport.ForwardAnswer;

/** Brings an envelope to whoever leads now: this node's own replica, or a peer. */
public final class LeaderRoute {
    private final Supplier<ReplicaStatus> status;
    private final Proposer proposer;
    private final Forwarder forwarder;

    /** The own replica's {@code propose}. */
    @FunctionalInterface
    public interface Proposer {
        void propose(Payload proposal, Consumer<ProposalOutcome> answer);
    }

    /** The peers' {@code forward}. */
    @FunctionalInterface
    public interface Forwarder {
        void forward(MemberId to, byte[] envelope, Consumer<ForwardAnswer> answer);
    }

    public LeaderRoute(Supplier<ReplicaStatus> status, Proposer proposer, Forwarder forwarder) {
        this.status = status;
        this.proposer = proposer;
        this.forwarder = forwarder;
    }

    ReplicaStatus status() {
        return status.get();
    }

    /** Hands over to the leader as this node knows it; {@code answer} is called once, on any thread. */
    void handOver(byte[] envelope, Consumer<ForwardAnswer> answer) {
        ReplicaStatus now = status.get();
        Optional<MemberId> leader = now.leader();
        if (leader.isEmpty()) {
            answer.accept(new ForwardAnswer.NotLeader(Optional.empty()));
        } else if (leader.get().equals(now.self())) {
            propose(envelope, answer);
        } else {
            forwarder.forward(leader.get(), envelope, answer);
        }
    }

    /** Offers to this node's own replica, which takes it only if it leads. */
    void propose(byte[] envelope, Consumer<ForwardAnswer> answer) {
        proposer.propose(
                Payload.wrap(envelope),
                outcome -> answer.accept(
                        switch (outcome) {
                            case ProposalOutcome.Appended appended -> new ForwardAnswer.Accepted(appended.id());
                            case ProposalOutcome.NotLeader elsewhere -> new ForwardAnswer.NotLeader(elsewhere.leader());
                            case ProposalOutcome.Overloaded overloaded -> new ForwardAnswer.Overloaded();
                            case ProposalOutcome.Refused refused ->
                                throw new IllegalStateException("clients change no membership");
                        }));
    }
}
