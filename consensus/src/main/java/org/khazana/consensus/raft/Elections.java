package org.khazana.consensus.raft;

import java.util.Set;
import org.khazana.consensus.log.EntryId;
import org.khazana.consensus.log.Term;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.message.PreVoteRequest;
import org.khazana.consensus.message.PreVoteResponse;
import org.khazana.consensus.message.TimeoutNow;
import org.khazana.consensus.message.VoteRequest;
import org.khazana.consensus.message.VoteResponse;

/** Who leads: elections (Raft §5.2, §5.4.1), asking first whether they would help (thesis §9.6), and taking over. */
final class Elections {
    private static final int TURNS_LET_BY = 3;

    private final Member member;

    Elections(Member member) {
        this.member = member;
    }

    // ---- standing

    /** Asks for an election when it is time, unless this member's vote counts for nothing. */
    void tick(long electionAtMillis, StepEffects effects) {
        if (member.nowMillis() < electionAtMillis) {
            return;
        }
        if (mayStand()) {
            askForPreVotes(effects);
        } else {
            member.setRole(Follower.withoutLeader(member.nextElectionMillis()));
        }
    }

    /**
     * The leader's process has probably ended, so this member neither waits an election timeout for its next word nor
     * defends it any longer against others who ask. If it is alive, those who hear it refuse, and its next message is
     * followed again.
     */
    void disconnected(MemberId from) {
        if (member.role() instanceof Follower follower
                && follower.leader().filter(from::equals).isPresent()) {
            member.setRole(follower.takingTurn(member.turnAfterMillis(from)));
        }
    }

    /**
     * Who is no voter stands, too, when somebody who counts on its vote lacks what it holds: nobody else could win then. It is
     * on the way out (thesis §4.2.2), or on the way in. Its own vote does not count.
     */
    private boolean mayStand() {
        boolean isNeeded = member.configuration().isVoter(member.self()) || member.isCalledUpon();
        return isNeeded && !member.ballot().isRecovering();
    }

    private void askForPreVotes(StepEffects effects) {
        PreCandidate asking =
                new PreCandidate(new Tally(member.configuration()), member.nextElectionMillis(), member.nextQuestion());
        asking.tally().add(member.self());
        member.setRole(asking);
        PreVoteRequest request = new PreVoteRequest(member.term().next(), lastId(), asking.question());
        effects.event(new RaftEvent.PreVoteStarted(request.term()));
        otherVoters().forEach(other -> effects.sendNow(other, request));
        standIfInvited(asking, effects);
    }

    private void standIfInvited(PreCandidate asking, StepEffects effects) {
        if (asking.tally().hasQuorum()) {
            stand(false, effects);
        }
    }

    private void stand(boolean isHandover, StepEffects effects) {
        member.ballot().enter(member.term().next());
        member.ballot().voteFor(member.self());
        member.setRole(new Candidate(
                new Tally(member.configuration()), member.writes().nextTicket(), member.nextElectionMillis()));
        effects.event(new RaftEvent.ElectionStarted(member.term()));
        VoteRequest request = new VoteRequest(member.term(), lastId(), isHandover);
        otherVoters().forEach(other -> effects.sendWhenWritten(other, request));
    }

    /** Whether this member has just been elected; its own vote counts once it is durable. */
    boolean isWon() {
        if (!(member.role() instanceof Candidate candidate)) {
            return false;
        }
        if (member.writes().isWritten(candidate.ownVoteTicket())) {
            candidate.tally().add(member.self());
        }
        return candidate.tally().hasQuorum();
    }

    /** The leader hands over to this member, which stands at once: the leader knows that it would win. */
    void onTimeoutNow(MemberId from, TimeoutNow request, StepEffects effects) {
        if (member.role().leader().filter(from::equals).isPresent() && mayStand()) {
            stand(true, effects);
        }
    }

    private EntryId lastId() {
        return member.log().last().id();
    }

    private Set<MemberId> otherVoters() {
        Set<MemberId> others = member.configuration().voterIds();
        others.remove(member.self());
        return others;
    }

    // ---- voting. Who is no voter in this log may be one in a newer log, so everybody votes who can be trusted to
    // remember

    void onPreVoteRequest(MemberId from, PreVoteRequest request, StepEffects effects) {
        boolean granted = request.term().isAfter(member.term())
                && !member.hearsLeader()
                && !member.ballot().isRecovering()
                && holdsEnough(from, request.last());
        if (granted) {
            letGoFirst();
        }
        Term term = granted ? request.term() : member.term();
        effects.sendWhenWritten(from, new PreVoteResponse(term, granted, request.number()));
    }

    /** Or this member would ask while that election is under way, and both would stand in one term. */
    private void letGoFirst() {
        if (member.role() instanceof Follower follower && follower.isTurn()) {
            long later = (long) TURNS_LET_BY * member.settings().heartbeatMillis();
            member.setRole(Follower.withoutLeader(follower.electionAtMillis() + later));
        }
    }

    /** Whether nothing that this member holds could be lost with {@code candidate}, whose log ends with {@code last} (Raft §5.4.1). */
    private boolean holdsEnough(MemberId candidate, EntryId last) {
        boolean isEnough = last.isUpToDateWith(lastId());
        if (!isEnough) {
            member.callUpon(candidate);
        }
        return isEnough;
    }

    void onPreVoteResponse(MemberId from, PreVoteResponse response, StepEffects effects) {
        if (response.granted()) {
            if (member.role() instanceof PreCandidate asking && asking.question() == response.number()) {
                asking.tally().add(from);
                standIfInvited(asking, effects);
            }
        } else if (response.term().isAfter(member.term())) {
            member.enterTerm(response.term(), effects);
        }
    }

    /** Nobody is helped against a leader that is alive, unless that leader wants it so. */
    boolean ignores(VoteRequest request) {
        return member.hearsLeader() && !request.isHandover();
    }

    void onVoteRequest(MemberId from, VoteRequest request, StepEffects effects) {
        boolean granted =
                member.ballot().isFreeFor(from) && !member.ballot().isRecovering() && holdsEnough(from, request.last());
        if (granted) {
            member.ballot().voteFor(from);
            member.setRole(Follower.withoutLeader(member.nextElectionMillis()));
        }
        effects.sendWhenWritten(from, new VoteResponse(member.term(), granted));
    }

    void onVoteResponse(MemberId from, VoteResponse response) {
        if (!(member.role() instanceof Candidate candidate)) {
            return;
        }
        if (response.granted()) {
            candidate.tally().add(from);
        } else {
            candidate.tally().refuse(from);
            askAgainSoonIfLost(candidate);
        }
    }

    /** When the votes are split nobody wins this term; if somebody else has won it, those who hear that one will refuse. */
    private void askAgainSoonIfLost(Candidate candidate) {
        if (candidate.tally().isLost()) {
            long soon = Math.min(member.turnOfTermMillis(), candidate.retryAtMillis());
            member.setRole(candidate.retryingAt(soon));
        }
    }
}
