package org.khazana.consensus.raft;

import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import org.khazana.consensus.log.EntryContent;
import org.khazana.consensus.log.EntryId;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.log.Payload;
import org.khazana.consensus.membership.Configuration;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.message.AppendResponse;
import org.khazana.consensus.message.ReadIndexResponse;

/** What a leader does: takes proposals, replicates, decides what is committed, answers reads (Raft §5.3, §5.4.2, §6). */
final class Leading {
    private final Member member;
    private final OwnEntries ownEntries;
    private final HandingOver handingOver;

    Leading(Member member, OwnEntries ownEntries) {
        this.member = member;
        this.ownEntries = ownEntries;
        this.handingOver = new HandingOver(member);
    }

    // ---- from the beginning of the term

    /** The candidate has won: opens its term with an entry that carries nothing (Raft §8). */
    void begin(StepEffects effects) {
        LogEntry opening = ownEntries.next(member, Long.MIN_VALUE, EntryContent.NOTHING);
        CoreSettings settings = member.settings();
        Replication replication = new Replication(opening.id(), member.log(), settings);
        Leader leader =
                new Leader(member.self(), opening.id(), replication, new ReadRounds(settings.readsWaitingMax()));
        member.setRole(leader);
        replicateToMembers(leader);
        effects.event(new RaftEvent.BecameLeader(member.term(), opening.id()));
        append(leader, opening, effects);
    }

    private void replicateToMembers(Leader leader) {
        SortedSet<MemberId> others = member.configuration().members();
        others.remove(member.self());
        leader.replication().setFollowers(others, member.nowMillis());
    }

    private EntryId append(Leader leader, LogEntry entry, StepEffects effects) {
        member.append(entry, effects);
        leader.appended(entry);
        if (entry.configuration().isPresent()) {
            replicateToMembers(leader);
        }
        return entry.id();
    }

    /** To the end of it: a leader that no quorum answers gives up, as its followers have by now. */
    void tick(Leader leader, StepEffects effects) {
        long sinceMillis = member.nowMillis() - 2L * member.settings().electionTimeoutMillis();
        if (!leader.hearsQuorum(member.configuration(), sinceMillis)) {
            member.stepDown(RaftEvent.Reason.QUORUM_NOT_HEARD, effects);
        }
    }

    /** What a leader does at the end of every step. */
    void lead(Leader leader, StepEffects effects) {
        advanceCommit(leader);
        endJointMembership(leader, effects);
        askForReads(leader);
        leader.replication().sendDue(member.nowMillis(), member.commitment().commitIndex(), member.snapshot(), effects);
        answerReads(leader, effects);
        handingOver.goOn(leader, effects);
        leaveIfNoVoter(leader, effects);
    }

    private void advanceCommit(Leader leader) {
        long held =
                leader.indexHeldByQuorum(member.configuration(), member.writes().durableIndex());
        member.commitment().advanceTo(held);
        leader.committed(member.commitment().commitIndex());
    }

    private boolean hasCommittedOwnEntry(Leader leader) {
        return member.commitment().commitIndex() >= leader.opening().index();
    }

    // ---- proposals

    ProposalOutcome propose(Input.Propose proposal, StepEffects effects) {
        if (!(member.role() instanceof Leader leader)) {
            return new ProposalOutcome.NotLeader(member.role().leader());
        }
        long bytes = 0;
        for (Payload payload : proposal.proposals()) {
            bytes += payload.size();
        }
        if (leader.handover().isPresent()
                || member.commitment().isBehind()
                || !leader.hasRoomFor(bytes, member.settings().uncommittedBytesMax())) {
            return new ProposalOutcome.Overloaded();
        }
        LogEntry entry =
                ownEntries.next(member, proposal.wallClockMillis(), new EntryContent.Proposals(proposal.proposals()));
        return new ProposalOutcome.Appended(append(leader, entry, effects));
    }

    void onAppendResponse(MemberId from, AppendResponse response, StepEffects effects) {
        boolean isForThisTerm = response.round() != AppendResponse.NO_ROUND;
        if (isForThisTerm
                && member.role() instanceof Leader leader
                && leader.replication().knows(from)) {
            leader.replication().answered(from, response, member.nowMillis(), effects);
        }
    }

    // ---- membership (Raft §6, joint consensus)

    ProposalOutcome changeMembership(Configuration target, StepEffects effects) {
        if (!(member.role() instanceof Leader leader)) {
            return new ProposalOutcome.NotLeader(member.role().leader());
        }
        Optional<String> refusal = refusal(leader, target);
        if (refusal.isPresent()) {
            return new ProposalOutcome.Refused(refusal.get());
        }
        return new ProposalOutcome.Appended(
                appendConfiguration(leader, member.configuration().towards(target), effects));
    }

    private Optional<String> refusal(Leader leader, Configuration target) {
        if (leader.handover().isPresent()) {
            return Optional.of("leadership is being handed over");
        }
        if (!hasCommittedOwnEntry(leader)) {
            // Otherwise a change of an earlier term could be undone behind this one's back (Ongaro, raft-dev, July
            // 2015).
            return Optional.of("this leader has not committed an entry of its own term yet");
        }
        if (member.configuration().isJoint() || !isMembershipAgreed()) {
            return Optional.of("another change of membership is under way");
        }
        if (target.isJoint() || target.equals(member.configuration())) {
            return Optional.of("membership is what it should become already");
        }
        return unfitVoter(leader, target);
    }

    /** New voters must be nearly up to date, or the group would stand still until they are. */
    private Optional<String> unfitVoter(Leader leader, Configuration target) {
        for (MemberId voter : target.voters().members()) {
            boolean isNew = !member.configuration().isVoter(voter);
            int lagMax = member.settings().promotionLagMax();
            if (isNew && !leader.replication().isFit(voter, member.electionTimeoutAgoMillis(), lagMax)) {
                return Optional.of(voter + " is no observer that has caught up");
            }
        }
        Set<MemberId> heard = leader.replication().heardSince(member.electionTimeoutAgoMillis());
        heard.add(member.self());
        return target.hasQuorum(heard)
                ? Optional.empty()
                : Optional.of("too few of the new voters have answered of late to agree on anything");
    }

    private EntryId appendConfiguration(Leader leader, Configuration next, StepEffects effects) {
        LogEntry entry = ownEntries.next(member, Long.MIN_VALUE, new EntryContent.Membership(next));
        return append(leader, entry, effects);
    }

    /** Whichever leader sees a joint configuration agreed on ends it. */
    private void endJointMembership(Leader leader, StepEffects effects) {
        if (member.configuration().isJoint() && isMembershipAgreed() && hasCommittedOwnEntry(leader)) {
            appendConfiguration(leader, member.configuration().settled(), effects);
        }
    }

    /** A leader that is no voter leads just long enough to see that, and all it held, agreed on. */
    private void leaveIfNoVoter(Leader leader, StepEffects effects) {
        boolean isDone = isMembershipAgreed() && hasCommittedOwnEntry(leader);
        if (isDone && !member.configuration().isVoter(member.self())) {
            handingOver.leaveToTheFittest(leader, effects);
        }
    }

    private boolean isMembershipAgreed() {
        return member.membership().newest().index() <= member.commitment().commitIndex();
    }

    // ---- handing over

    void handOver(Optional<MemberId> wanted, StepEffects effects) {
        if (member.role() instanceof Leader leader) {
            handingOver.begin(leader, wanted, effects);
        }
    }

    // ---- reads (thesis §6.4)

    /** Takes in a question for a read index, of this member's clients or another member's. */
    void read(ReadRounds.Question question, StepEffects effects) {
        boolean isLocal = question.askedBy().isEmpty();
        if (member.role() instanceof Leader leader) {
            if (!leader.reads().add(question) && isLocal) {
                effects.read(new ReadOutcome.Overloaded(question.id()));
            }
        } else if (isLocal) {
            effects.read(new ReadOutcome.NoLeader(question.id(), member.role().leader()));
        }
    }

    /** What is committed is only known for sure once an entry of this term is (Raft §8). */
    private void askForReads(Leader leader) {
        if (hasCommittedOwnEntry(leader) && leader.reads().wantsRound()) {
            leader.reads()
                    .ask(member.commitment().commitIndex(), leader.replication().nextRound());
            leader.replication().askAll();
        }
    }

    private void answerReads(Leader leader, StepEffects effects) {
        long confirmedRound = leader.roundAnsweredByQuorum(member.configuration());
        long index = leader.reads().askedIndex();
        for (ReadRounds.Question question : leader.reads().takeAnswered(confirmedRound)) {
            if (question.askedBy().isPresent()) {
                effects.sendNow(question.askedBy().get(), new ReadIndexResponse(member.term(), question.id(), index));
            } else {
                effects.read(new ReadOutcome.Ready(question.id(), index));
            }
        }
    }
}
