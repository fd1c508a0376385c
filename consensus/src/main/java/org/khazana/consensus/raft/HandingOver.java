package org.khazana.consensus.raft;

import java.util.Comparator;
import java.util.Optional;
import java.util.SortedSet;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.message.TimeoutNow;

/**
 * Gives leadership to another voter without waiting for an election timeout (thesis §3.10): takes no proposals, waits until
 * the other has the whole log, asks it to stand. When nobody takes over within an election timeout the leader goes on.
 */
final class HandingOver {
    private final Member member;

    HandingOver(Member member) {
        this.member = member;
    }

    /** @param wanted who shall lead; anybody fit when empty. Nothing happens when there is nobody, or one is under way */
    void begin(Leader leader, Optional<MemberId> wanted, StepEffects effects) {
        if (leader.handover().isPresent()) {
            return;
        }
        Optional<MemberId> to = wanted.isPresent() ? wanted.filter(this::isOtherVoter) : fittest(leader);
        if (to.isPresent()) {
            long giveUpAtMillis = member.nowMillis() + member.settings().electionTimeoutMillis();
            leader.setHandover(Optional.of(new Leader.Handover(to.get(), giveUpAtMillis, false)));
            effects.event(new RaftEvent.HandingOver(member.term(), to.get()));
        }
    }

    /** Takes the next step of a handover that is under way. */
    void goOn(Leader leader, StepEffects effects) {
        if (leader.handover().isEmpty()) {
            return;
        }
        Leader.Handover handover = leader.handover().get();
        if (member.nowMillis() >= handover.giveUpAtMillis()) {
            leader.setHandover(Optional.empty());
            effects.event(new RaftEvent.HandoverGivenUp(member.term(), handover.to()));
        } else if (!handover.isAsked() && hasWholeLog(leader, handover.to())) {
            effects.sendNow(handover.to(), new TimeoutNow(member.term()));
            leader.setHandover(Optional.of(new Leader.Handover(handover.to(), handover.giveUpAtMillis(), true)));
        }
    }

    /** This leader is no voter: another one takes over, and if none can, the others elect one in time. */
    void leaveToTheFittest(Leader leader, StepEffects effects) {
        fittest(leader).ifPresent(to -> effects.sendNow(to, new TimeoutNow(member.term())));
        member.stepDown(RaftEvent.Reason.NO_VOTER, effects);
    }

    private boolean hasWholeLog(Leader leader, MemberId to) {
        return leader.replication().countedIndexOf(to) == member.log().last().index();
    }

    private boolean isOtherVoter(MemberId id) {
        return !id.equals(member.self()) && member.configuration().isVoter(id);
    }

    /** The voter that has most of the log, of those heard within an election timeout; the first by name among equals. */
    private Optional<MemberId> fittest(Leader leader) {
        SortedSet<MemberId> voters = member.configuration().voterIds();
        voters.retainAll(leader.replication().heardSince(member.electionTimeoutAgoMillis()));
        return voters.stream()
                .filter(this::isOtherVoter)
                .max(Comparator.comparingLong(
                                (MemberId id) -> leader.replication().countedIndexOf(id))
                        .thenComparing(Comparator.reverseOrder()));
    }
}
