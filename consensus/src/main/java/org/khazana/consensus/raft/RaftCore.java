package org.khazana.consensus.raft;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.khazana.consensus.Invariant;
import org.khazana.consensus.log.EntryId;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.log.Payload;
import org.khazana.consensus.log.Term;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.membership.QuorumPolicy;
import org.khazana.consensus.message.AppendRequest;
import org.khazana.consensus.message.AppendResponse;
import org.khazana.consensus.message.Message;
import org.khazana.consensus.message.PreVoteRequest;
import org.khazana.consensus.message.PreVoteResponse;
import org.khazana.consensus.message.VoteRequest;
import org.khazana.consensus.message.VoteResponse;
import org.khazana.consensus.port.EntryFactory;

/**
 * One member's part in agreeing on the log (Raft): a function from inputs and time to effects. One thread; the caller
 * carries out the effects in the order of their fields.
 */
public final class RaftCore {
    /** A term further ahead than this is no real one: it would only use up the numbers. */
    private static final long TERM_JUMP_MAX = 1L << 32;

    private final MemberId self;
    private final QuorumPolicy policy;
    private final Set<MemberId> others;
    private final CoreSettings settings;
    private final OwnEntries ownEntries;
    private final ElectionTimer timer;
    private final Ballot ballot;
    private final RaftLog log;
    private final WriteTracker writes;
    private final Commitment commitment;
    private final Acceptance acceptance;
    private Role role = Follower.withoutLeader(Long.MAX_VALUE);
    private long nowMillis = Long.MIN_VALUE;

    /**
     * A member that starts or restarts from what it had made durable.
     *
     * @param seed of the election timeouts; members mix in their own name, so that equal seeds do no harm
     */
    public RaftCore(
            MemberId self,
            QuorumPolicy policy,
            CoreSettings settings,
            EntryFactory entries,
            RecoveredState recovered,
            long seed) {
        EntryId last = recovered.log().last().id();
        Term term = recovered.termAndVote().term();
        Invariant.check(policy.members().contains(self), "%s is not a member", self);
        Invariant.check(
                !last.term().isAfter(term),
                "the log ends with an entry of term %s, but the stored term is only %s: the vote was lost",
                last.term(),
                term);
        Invariant.check(
                recovered.appliedIndex() <= last.index(),
                "the state machine holds entry %s, but the log ends at %s",
                recovered.appliedIndex(),
                last);
        this.self = self;
        this.policy = policy;
        this.others = new TreeSet<>(policy.members());
        this.others.remove(self);
        this.settings = settings;
        this.ownEntries = new OwnEntries(self, entries, settings.entryBytesMax());
        this.timer = new ElectionTimer(self, seed, settings.electionTimeoutMillis());
        this.ballot = new Ballot(recovered.termAndVote());
        this.log = new RaftLog(recovered.log(), 2 * settings.inFlightBytesMax());
        this.writes = new WriteTracker(last.index());
        this.commitment = new Commitment(recovered.appliedIndex(), settings.unappliedBytesMax());
        this.acceptance = new Acceptance(log, writes, commitment);
    }

    /**
     * Takes one input.
     *
     * @param nowMillis monotonic, of any origin, never going back; the first call sets the election timer
     */
    public Effects step(long nowMillis, Input input) {
        advanceClock(nowMillis);
        StepEffects effects = new StepEffects();
        switch (input) {
            case Input.Tick tick -> tick(effects);
            case Input.Received received -> receive(received.from(), received.message(), effects);
            case Input.Propose proposal -> effects.outcome(propose(proposal, effects));
            case Input.Written written -> writes.written(written.ticket());
            case Input.Applied applied -> commitment.applied(applied.index());
        }
        winIfElected(effects);
        if (role instanceof Leader leader) {
            lead(leader, effects);
        }
        return finish(effects);
    }

    private void advanceClock(long nextMillis) {
        if (nowMillis == Long.MIN_VALUE) {
            role = Follower.withoutLeader(timer.nextMillis(nextMillis));
        }
        Invariant.check(nextMillis >= nowMillis, "time went back from %s to %s", nowMillis, nextMillis);
        nowMillis = nextMillis;
    }

    private Effects finish(StepEffects effects) {
        Optional<DurableWrite> write =
                effects.write(ballot.takeChange(), writes, log.last().index());
        List<LogEntry> committed = commitment.takeCommitted(log, writes.durableIndex());
        log.trim(writes.durableIndex());
        return effects.toEffects(write, committed);
    }

    // ---- time

    private void tick(StepEffects effects) {
        switch (role) {
            case Follower follower -> askForPreVotesAt(follower.electionAtMillis(), effects);
            case PreCandidate asking -> askForPreVotesAt(asking.retryAtMillis(), effects);
            case Candidate candidate -> askForPreVotesAt(candidate.retryAtMillis(), effects);
            case Leader leader -> {
                // By now every follower that hears nothing has given up waiting, too.
                if (!leader.hearsQuorum(policy, nowMillis - 2L * settings.electionTimeoutMillis())) {
                    stepDown(RaftEvent.Reason.QUORUM_NOT_HEARD, effects);
                }
            }
        }
    }

    private void askForPreVotesAt(long atMillis, StepEffects effects) {
        if (nowMillis >= atMillis) {
            askForPreVotes(effects);
        }
    }

    // ---- elections (Raft §5.2, §5.4.1; PreVote: thesis §9.6)

    private void askForPreVotes(StepEffects effects) {
        Term wanted = ballot.term().next();
        PreCandidate asking = new PreCandidate(new Tally(policy), timer.nextMillis(nowMillis));
        asking.tally().add(self);
        role = asking;
        effects.event(new RaftEvent.PreVoteStarted(wanted));
        PreVoteRequest request = new PreVoteRequest(wanted, log.last().id());
        others.forEach(other -> effects.sendNow(other, request));
        runIfInvited(asking, effects);
    }

    private void runIfInvited(PreCandidate asking, StepEffects effects) {
        if (!asking.tally().hasQuorum()) {
            return;
        }
        ballot.enter(ballot.term().next());
        ballot.voteFor(self);
        role = new Candidate(new Tally(policy), writes.nextTicket(), timer.nextMillis(nowMillis));
        effects.event(new RaftEvent.ElectionStarted(ballot.term()));
        VoteRequest request = new VoteRequest(ballot.term(), log.last().id());
        others.forEach(other -> effects.sendWhenWritten(other, request));
    }

    private void winIfElected(StepEffects effects) {
        if (!(role instanceof Candidate candidate)) {
            return;
        }
        if (writes.isWritten(candidate.ownVoteTicket())) {
            candidate.tally().add(self);
        }
        if (candidate.tally().hasQuorum()) {
            LogEntry opening = ownEntries.next(ballot.term(), log.last(), Long.MIN_VALUE, List.of());
            Replication replication = new Replication(ballot.term(), others, log, nowMillis, settings);
            Leader leader = new Leader(self, opening.id(), replication);
            role = leader;
            effects.event(new RaftEvent.BecameLeader(ballot.term(), opening.id()));
            appendOwn(leader, opening, effects);
        }
    }

    private void onPreVoteRequest(MemberId from, PreVoteRequest request, StepEffects effects) {
        boolean granted = request.term().isAfter(ballot.term())
                && !hearsLeader()
                && request.last().isUpToDateWith(log.last().id());
        effects.sendWhenWritten(from, new PreVoteResponse(granted ? request.term() : ballot.term(), granted));
    }

    private void onPreVoteResponse(MemberId from, PreVoteResponse response, StepEffects effects) {
        if (response.granted()) {
            boolean isForThisQuestion = response.term().equals(ballot.term().next());
            if (role instanceof PreCandidate asking && isForThisQuestion) {
                asking.tally().add(from);
                runIfInvited(asking, effects);
            }
        } else if (response.term().isAfter(ballot.term())) {
            enterTerm(response.term(), effects);
        }
    }

    private void onVoteRequest(MemberId from, VoteRequest request, StepEffects effects) {
        boolean granted = ballot.isFreeFor(from)
                && request.last().isUpToDateWith(log.last().id());
        if (granted) {
            ballot.voteFor(from);
            role = Follower.withoutLeader(timer.nextMillis(nowMillis));
        }
        effects.sendWhenWritten(from, new VoteResponse(ballot.term(), granted));
    }

    private void onVoteResponse(MemberId from, VoteResponse response) {
        if (role instanceof Candidate candidate && response.granted()) {
            candidate.tally().add(from);
        }
    }

    private boolean hearsLeader() {
        return role.hearsLeader(nowMillis, settings.electionTimeoutMillis());
    }

    /** Goes on in a higher term; a member that was only waiting keeps its deadline. */
    private void enterTerm(Term term, StepEffects effects) {
        if (role instanceof Follower follower) {
            role = Follower.withoutLeader(follower.electionAtMillis());
        } else {
            stepDown(RaftEvent.Reason.HIGHER_TERM_SEEN, effects);
        }
        ballot.enter(term);
    }

    /** Stops leading or standing. The vote is not touched: it belongs to the term, not to the role. */
    private void stepDown(RaftEvent.Reason reason, StepEffects effects) {
        if (role instanceof Leader) {
            effects.event(new RaftEvent.SteppedDown(ballot.term(), reason));
        }
        role = Follower.withoutLeader(timer.nextMillis(nowMillis));
    }

    // ---- messages

    private void receive(MemberId from, Message message, StepEffects effects) {
        if (!others.contains(from)) {
            protest(from, "is not another member", effects);
            return;
        }
        if (message.term().number() - ballot.term().number() > TERM_JUMP_MAX) {
            protest(from, "claims term " + message.term() + " while this is term " + ballot.term(), effects);
            return;
        }
        if (message.term().equals(Term.ZERO) && (message instanceof AppendRequest || message instanceof VoteRequest)) {
            protest(from, "claims term 0, in which nobody leads", effects);
            return;
        }
        switch (message) {
            case PreVoteRequest request -> onPreVoteRequest(from, request, effects);
            case PreVoteResponse response -> onPreVoteResponse(from, response, effects);
            default -> receiveInTerm(from, message, effects);
        }
    }

    /** Messages that belong to one term: an old one is answered or ignored, a newer one ends this term first. */
    private void receiveInTerm(MemberId from, Message message, StepEffects effects) {
        if (message.term().isBefore(ballot.term())) {
            answerStale(from, message, effects);
            return;
        }
        if (message instanceof VoteRequest && hearsLeader()) {
            return; // nobody is helped against a leader that is alive
        }
        if (message.term().isAfter(ballot.term())) {
            enterTerm(message.term(), effects);
        }
        switch (message) {
            case VoteRequest request -> onVoteRequest(from, request, effects);
            case VoteResponse response -> onVoteResponse(from, response);
            case AppendRequest request -> onAppendRequest(from, request, effects);
            case AppendResponse response -> onAppendResponse(from, response, effects);
            case PreVoteRequest request -> throw new IllegalStateException("belongs to no term");
            case PreVoteResponse response -> throw new IllegalStateException("belongs to no term");
        }
    }

    /** A sender left behind must learn the term, or it would never join again. */
    private void answerStale(MemberId from, Message message, StepEffects effects) {
        switch (message) {
            case VoteRequest request -> effects.sendWhenWritten(from, new VoteResponse(ballot.term(), false));
            case AppendRequest request ->
                effects.sendWhenWritten(
                        from,
                        new AppendResponse.Rejected(
                                ballot.term(),
                                request.previous().index(),
                                log.last().id(),
                                request.round()));
            default -> {}
        }
    }

    // ---- replication (Raft §5.3, §5.4.2)

    private ProposalOutcome propose(Input.Propose proposal, StepEffects effects) {
        if (!(role instanceof Leader leader)) {
            return new ProposalOutcome.NotLeader(role.leader());
        }
        long bytes = 0;
        for (Payload payload : proposal.proposals()) {
            bytes += payload.size();
        }
        if (commitment.isBehind() || !leader.hasRoomFor(bytes, settings.uncommittedBytesMax())) {
            return new ProposalOutcome.Overloaded();
        }
        LogEntry entry = ownEntries.next(ballot.term(), log.last(), proposal.wallClockMillis(), proposal.proposals());
        return new ProposalOutcome.Appended(appendOwn(leader, entry, effects));
    }

    private EntryId appendOwn(Leader leader, LogEntry entry, StepEffects effects) {
        log.append(entry);
        leader.appended(entry);
        effects.appended(entry);
        return entry.id();
    }

    private void lead(Leader leader, StepEffects effects) {
        commitment.advanceTo(leader.indexHeldByQuorum(policy, writes.durableIndex()));
        leader.committed(commitment.commitIndex());
        leader.replication().sendDue(nowMillis, commitment.commitIndex(), effects);
    }

    private void onAppendResponse(MemberId from, AppendResponse response, StepEffects effects) {
        if (role instanceof Leader leader) {
            leader.replication().answered(from, response, nowMillis).ifPresent(why -> protest(from, why, effects));
        }
    }

    private void onAppendRequest(MemberId from, AppendRequest request, StepEffects effects) {
        Optional<MemberId> leader = role.leader();
        if (leader.isPresent() && !leader.get().equals(from)) {
            protest(from, "claims to lead term " + request.term() + " of " + leader.get(), effects);
            return;
        }
        AppendCheck check = new AppendCheck(log, commitment.commitIndex(), settings.entryBytesMax());
        AppendCheck.Verdict verdict = check.verdict(request);
        if (verdict instanceof AppendCheck.Verdict.Wrong wrong) {
            protest(from, wrong.why(), effects);
            return;
        }
        follow(from, leader.isEmpty(), effects);
        AppendResponse response = switch (verdict) {
            case AppendCheck.Verdict.Fits fits -> acceptance.take(from, request, fits, ballot.term(), effects);
            case AppendCheck.Verdict.Lacks lacks ->
                new AppendResponse.Rejected(ballot.term(), request.previous().index(), lacks.hint(), request.round());
            case AppendCheck.Verdict.Wrong wrong -> throw new IllegalStateException(wrong.why());
        };
        effects.sendWhenWritten(from, response);
    }

    private void follow(MemberId leader, boolean isNew, StepEffects effects) {
        if (isNew) {
            effects.event(new RaftEvent.FollowsLeader(ballot.term(), leader));
        }
        role = new Follower(Optional.of(leader), nowMillis, timer.nextMillis(nowMillis));
    }

    private static void protest(MemberId from, String why, StepEffects effects) {
        effects.event(new RaftEvent.Protested(from, why));
    }

    // ---- what others may know

    /** The times and bounds it works with. */
    public CoreSettings settings() {
        return settings;
    }

    /** Whether this member leads, as far as it knows: cheaper than {@link #status}. */
    public boolean isLeader() {
        return role instanceof Leader;
    }

    /** What this member believes now. */
    public ReplicaStatus status(long atMillis) {
        return new ReplicaStatus(
                self,
                role.name(),
                ballot.term(),
                role.leader(),
                log.last().id(),
                writes.durableIndex(),
                commitment.commitIndex(),
                role instanceof Leader leader ? leader.replication().status(atMillis) : List.of());
    }
}
