package org.khazana.node.gateway;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.khazana.consensus.log.EntryId;
import org.khazana.consensus.log.Payload;
import org.khazana.consensus.log.Term;
import org.khazana.consensus.membership.Configuration;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.membership.PlacedConfiguration;
import org.khazana.consensus.membership.QuorumClause;
import org.khazana.consensus.membership.QuorumPolicy;
import org.khazana.consensus.raft.ProposalOutcome;
import org.khazana.consensus.raft.ReplicaStatus;
import org.khazana.node.transport.ForwardAnswer;

/** The rest of the cluster as {@code validator-1} sees it: remembers what was handed to whom; the test answers. */
final class RecordingRoute {
    static final MemberId SELF = new MemberId("validator-1", 1);

    private final AtomicReference<ReplicaStatus> status = new AtomicReference<>(statusOf(1, Optional.empty()));
    private final Deque<Forwarded> forwarded = new ArrayDeque<>();
    private final Deque<Proposed> proposed = new ArrayDeque<>();

    /** An envelope handed to a peer. */
    record Forwarded(MemberId to, List<Byte> envelope, Consumer<ForwardAnswer> answer) {}

    /** An envelope offered to the own replica. */
    record Proposed(Payload proposal, Consumer<ProposalOutcome> answer) {}

    LeaderRoute route() {
        return new LeaderRoute(
                status::get,
                (proposal, answer) -> proposed.add(new Proposed(proposal, answer)),
                (to, envelope, answer) -> forwarded.add(new Forwarded(to, boxed(envelope), answer)));
    }

    private static List<Byte> boxed(byte[] bytes) {
        Byte[] boxed = new Byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            boxed[i] = bytes[i];
        }
        return List.of(boxed);
    }

    void leaderIs(String member, long term) {
        status.set(statusOf(term, Optional.of(new MemberId(member, 1))));
    }

    void nobodyLeads(long term) {
        status.set(statusOf(term, Optional.empty()));
    }

    private static ReplicaStatus statusOf(long term, Optional<MemberId> leader) {
        EntryId genesis = new EntryId(new Term(0), 0);
        QuorumPolicy alone = new QuorumPolicy(List.of(QuorumClause.majorityOf("all", Set.of(SELF))));
        return new ReplicaStatus(
                SELF,
                ReplicaStatus.RoleName.FOLLOWER,
                new Term(term),
                leader,
                new PlacedConfiguration(0, Configuration.of(alone)),
                false,
                0,
                genesis,
                0,
                0,
                List.of());
    }

    /** What was forwarded first and not looked at yet. */
    Forwarded nextForwarded() {
        return forwarded.remove();
    }

    Proposed nextProposed() {
        return proposed.remove();
    }

    boolean isQuiet() {
        return forwarded.isEmpty() && proposed.isEmpty();
    }
}
