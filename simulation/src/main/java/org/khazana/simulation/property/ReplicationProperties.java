package org.khazana.simulation.property;

import static org.khazana.simulation.property.Property.DURABLE_BEFORE_SPEAKING;
import static org.khazana.simulation.property.Property.MATCH_IS_DURABLE;
import static org.khazana.simulation.property.PropertyViolation.check;

import java.util.List;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.message.AppendResponse;
import org.khazana.consensus.raft.Outgoing;
import org.khazana.consensus.raft.ReplicaStatus;
import org.khazana.consensus.raft.ReplicaStatus.FollowerStatus;
import org.khazana.simulation.disk.SimulatedDisk;
import org.khazana.simulation.disk.SimulatedLog;

/** What a leader believes of its followers is true, and what a follower claims rests on its disk. */
final class ReplicationProperties {
    private final ClusterView view;

    ReplicationProperties(ClusterView view) {
        this.view = view;
    }

    void stepped(Step step) {
        if (!Step.isLeader(step.after())) {
            return;
        }
        List<FollowerStatus> earlier = step.staysLeader() ? step.before().followers() : List.of();
        for (FollowerStatus follower : step.after().followers()) {
            long before = matchIndex(earlier, follower.member());
            check(
                    follower.matchIndex() >= before || !follower.counts(),
                    MATCH_IS_DURABLE,
                    "the match index of %s fell from %s to %s",
                    follower.member(),
                    before,
                    follower.matchIndex());
            if (follower.matchIndex() > before) {
                matches(step.after(), follower);
            }
        }
    }

    private static long matchIndex(List<FollowerStatus> followers, MemberId member) {
        for (FollowerStatus follower : followers) {
            if (follower.member().equals(member)) {
                return follower.matchIndex();
            }
        }
        return 0;
    }

    /** A follower that has moved on to a later term may have replaced what it acknowledged in this one. */
    private void matches(ReplicaStatus leader, FollowerStatus follower) {
        SimulatedDisk disk = view.disk(follower.member());
        if (disk.durableVote().term().isAfter(leader.term()) || view.isSetAside(follower.member())) {
            return;
        }
        SimulatedLog log = view.disk(leader.self()).issued();
        long index = follower.matchIndex();
        check(
                index <= log.lastIndex()
                        && disk.durable()
                                .holds(index, log.known(index).orElseThrow().hash()),
                MATCH_IS_DURABLE,
                "%s believes that %s holds its log up to %s, but the disk there holds %s",
                leader.self(),
                follower.member(),
                index,
                disk.durable().known(index));
    }

    void speaks(MemberId member, Outgoing outgoing) {
        if (outgoing.message() instanceof AppendResponse.Accepted accepted) {
            SimulatedDisk disk = view.disk(member);
            check(
                    disk.durableVote().term().isAfter(accepted.term())
                            || (disk.durableVote().term().equals(accepted.term())
                                    && disk.durable().lastIndex() >= accepted.matchIndex()),
                    DURABLE_BEFORE_SPEAKING,
                    "%s acknowledges index %s in term %s, its disk holds %s in term %s",
                    member,
                    accepted.matchIndex(),
                    accepted.term(),
                    disk.durable().last().id(),
                    disk.durableVote().term());
        }
    }
}
