package org.khazana.node.membership;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.khazana.consensus.membership.Configuration;
import org.khazana.consensus.membership.PlacedConfiguration;
import org.khazana.consensus.raft.ProposalOutcome;
import org.khazana.consensus.raft.ReplicaStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where this node leads, brings consensus step by step to the validators that the governors appointed. Looks again and again:
 * a step that is refused now, since an observer has not caught up yet, succeeds later.
 */
public final class MembershipSteward {
    private static final Logger LOG = LoggerFactory.getLogger(MembershipSteward.class);

    private final Supplier<ReplicaStatus> replica;
    private final MembershipChange change;
    private final LongSupplier executedHeight;
    private final Supplier<Roster> roster;
    private final AtomicReference<String> told = new AtomicReference<>("");

    /** Asks consensus for {@code target} if {@code from} is still what is in force. */
    @FunctionalInterface
    public interface MembershipChange {
        void ask(Configuration from, Configuration target, Consumer<ProposalOutcome> answer);
    }

    /**
     * Looks at the parts it is given, each time anew.
     *
     * @param executedHeight of the state that the roster speaks of, or less
     */
    public MembershipSteward(
            Supplier<ReplicaStatus> replica,
            MembershipChange change,
            LongSupplier executedHeight,
            Supplier<Roster> roster) {
        this.replica = replica;
        this.change = change;
        this.executedHeight = executedHeight;
        this.roster = roster;
    }

    /** Does the next step, if there is one. */
    public void look() {
        ReplicaStatus status = replica.get();
        PlacedConfiguration inForce = status.membership();
        // Until then the roster may be older than the decision that led to this configuration, and point back.
        boolean isUpToDate = executedHeight.getAsLong() >= inForce.index();
        if (status.role() == ReplicaStatus.RoleName.LEADER && isUpToDate) {
            MembershipPlan.next(inForce.configuration(), roster.get().appointed())
                    .ifPresent(target -> change.ask(inForce.configuration(), target, this::tell));
        }
    }

    private void tell(ProposalOutcome outcome) {
        String sentence = switch (outcome) {
            case ProposalOutcome.Appended appended -> "the validators change with block " + appended.id();
            case ProposalOutcome.Refused refused -> "the validators shall change, but " + refused.why();
            case ProposalOutcome.NotLeader elsewhere -> "";
            case ProposalOutcome.Overloaded overloaded -> "";
        };
        if (!sentence.isEmpty() && !sentence.equals(told.getAndSet(sentence))) {
            LOG.info("{}", sentence);
        }
    }
}
