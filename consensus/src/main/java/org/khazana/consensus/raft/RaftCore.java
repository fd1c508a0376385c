package org.khazana.consensus.raft;

import java.util.List;
import java.util.Optional;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.log.Term;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.message.AppendRequest;
import org.khazana.consensus.message.AppendResponse;
import org.khazana.consensus.message.Message;
import org.khazana.consensus.message.PreVoteRequest;
import org.khazana.consensus.message.PreVoteResponse;
import org.khazana.consensus.message.ReadId;
import org.khazana.consensus.message.ReadIndexRequest;
import org.khazana.consensus.message.ReadIndexResponse;
import org.khazana.consensus.message.SnapshotOffer;
import org.khazana.consensus.message.TimeoutNow;
import org.khazana.consensus.message.VoteRequest;
import org.khazana.consensus.message.VoteResponse;
import org.khazana.consensus.port.EntryFactory;

/**
 * One member's part in agreeing on the log (Raft): a function from inputs and time to effects. One thread; the caller
 * carries out the effects in the order of their fields. Here every input and every message finds its rule: in
 * {@link Elections}, {@link Leading} or {@link Following}.
 */
public final class RaftCore {
    /** A term further ahead than this is no real one: it would only use up the numbers. */
    private static final long TERM_JUMP_MAX = 1L << 32;

    private final Member member;
    private final Elections elections;
    private final Leading leading;
    private final Following following;

    /** A member that starts or restarts from what it had made durable. */
    public RaftCore(Identity identity, CoreSettings settings, EntryFactory entries, RecoveredState recovered) {
        this.member = new Member(identity, settings, recovered);
        this.elections = new Elections(member);
        this.leading = new Leading(member, new OwnEntries(entries, settings.entryBytesMax()));
        this.following = new Following(member);
    }

    /**
     * Takes one input.
     *
     * @param nowMillis monotonic, of any origin, never going back; the first call sets the election timer
     */
    public Effects step(long nowMillis, Input input) {
        member.advanceClock(nowMillis);
        StepEffects effects = new StepEffects();
        switch (input) {
            case Input.Tick tick -> tick(effects);
            case Input.Received received -> receive(received.from(), received.message(), effects);
            case Input.Propose proposal -> effects.outcome(leading.propose(proposal, effects));
            case Input.ChangeMembership change -> effects.outcome(leading.changeMembership(change.target(), effects));
            case Input.Read read -> read(read.id(), effects);
            case Input.HandOver handOver -> leading.handOver(handOver.to(), effects);
            case Input.Disconnected disconnected -> elections.disconnected(disconnected.from());
            case Input.Written written -> member.writes().written(written.ticket());
            case Input.Applied applied -> member.commitment().applied(applied.index());
            case Input.SnapshotTaken taken -> snapshotTaken(taken, effects);
            case Input.SnapshotInstalled installed -> following.snapshotInstalled(installed, effects);
        }
        if (elections.isWon()) {
            leading.begin(effects);
        }
        if (member.role() instanceof Leader leader) {
            leading.lead(leader, effects);
        }
        return finish(effects);
    }

    private void tick(StepEffects effects) {
        switch (member.role()) {
            case Follower follower -> elections.tick(follower.electionAtMillis(), effects);
            case PreCandidate asking -> elections.tick(asking.retryAtMillis(), effects);
            case Candidate candidate -> elections.tick(candidate.retryAtMillis(), effects);
            case Leader leader -> leading.tick(leader, effects);
        }
    }

    private Effects finish(StepEffects effects) {
        Optional<DurableWrite> write = effects.write(
                member.ballot().takeChange(),
                member.writes(),
                member.log().last().index());
        long durableIndex = member.writes().durableIndex();
        List<LogEntry> committed = member.commitment().takeCommitted(member.log(), durableIndex);
        member.log().trim(durableIndex);
        return effects.toEffects(write, committed);
    }

    /**
     * Keeps some of the log before the snapshot, and what a follower still lacks, within ten times that much. Of a state
     * that was fetched the node may speak before this core knows of it: the log as it is has nothing to do with that
     * state, and will begin anew after it.
     */
    private void snapshotTaken(Input.SnapshotTaken taken, StepEffects effects) {
        if (taken.last().index() > member.commitment().handedIndex()) {
            return;
        }
        member.offerFromNowOn(taken.last());
        if (member.ballot().isRecovering()) {
            return; // what is before the snapshot in this log may not be what was agreed on
        }
        long margin = member.settings().compactionMargin();
        long through = taken.last().index() - margin;
        if (member.role() instanceof Leader leader) {
            long slowest = leader.replication().slowestMatchIndex(member.electionTimeoutAgoMillis());
            through = Math.max(through - 9 * margin, Math.min(through, slowest));
        }
        through = Math.min(through, member.writes().durableIndex());
        if (through > member.log().base().index()) {
            member.compactLog(through, effects);
        }
    }

    /** A leader is asked, wherever the question comes from; nothing is remembered here meanwhile. */
    private void read(ReadId id, StepEffects effects) {
        Optional<MemberId> leader = member.role().leader();
        if (leader.isPresent() && !leader.get().equals(member.self())) {
            effects.sendNow(leader.get(), new ReadIndexRequest(member.term(), id));
        } else {
            leading.read(new ReadRounds.Question(id, Optional.empty()), effects);
        }
    }

    // ---- messages

    private void receive(MemberId from, Message message, StepEffects effects) {
        if (from.equals(member.self())) {
            Member.protest(from, "is this member itself", effects);
            return;
        }
        if (message.term().number() - member.term().number() > TERM_JUMP_MAX) {
            Member.protest(from, "claims term " + message.term() + " while this is term " + member.term(), effects);
            return;
        }
        if (message.term().equals(Term.ZERO) && !(message instanceof PreVoteResponse)) {
            Member.protest(from, "claims term 0, in which nobody leads", effects);
            return;
        }
        switch (message) {
            case PreVoteRequest request -> elections.onPreVoteRequest(from, request, effects);
            case PreVoteResponse response -> elections.onPreVoteResponse(from, response, effects);
            default -> receiveInTerm(from, message, effects);
        }
    }

    /** Messages that belong to one term: an old one is answered or ignored, a newer one ends this term first. */
    private void receiveInTerm(MemberId from, Message message, StepEffects effects) {
        if (message.term().isBefore(member.term())) {
            answerStale(from, message, effects);
            return;
        }
        if (message instanceof VoteRequest request && elections.ignores(request)) {
            return;
        }
        if (message.term().isAfter(member.term())) {
            member.enterTerm(message.term(), effects);
        }
        switch (message) {
            case VoteRequest request -> elections.onVoteRequest(from, request, effects);
            case VoteResponse response -> elections.onVoteResponse(from, response);
            case TimeoutNow request -> elections.onTimeoutNow(from, request, effects);
            case AppendRequest request -> following.onAppendRequest(from, request, effects);
            case SnapshotOffer offer -> following.onSnapshotOffer(from, offer, effects);
            case AppendResponse response -> leading.onAppendResponse(from, response, effects);
            case ReadIndexRequest request ->
                leading.read(new ReadRounds.Question(request.id(), Optional.of(from)), effects);
            case ReadIndexResponse response -> effects.read(new ReadOutcome.Ready(response.id(), response.index()));
            case PreVoteRequest request -> throw new IllegalStateException("belongs to no term");
            case PreVoteResponse response -> throw new IllegalStateException("belongs to no term");
        }
    }

    /** A sender left behind must learn the term, or it would never join again. */
    private void answerStale(MemberId from, Message message, StepEffects effects) {
        switch (message) {
            case VoteRequest request -> effects.sendWhenWritten(from, new VoteResponse(member.term(), false));
            case AppendRequest request -> rejectStale(from, request.previous().index(), effects);
            case SnapshotOffer offer -> rejectStale(from, offer.last().index(), effects);
            default -> {}
        }
    }

    /** The sender may lead again by now, and must not take this for an answer to a round of its new term. */
    private void rejectStale(MemberId from, long rejectedIndex, StepEffects effects) {
        effects.sendWhenWritten(
                from,
                new AppendResponse.Rejected(
                        member.term(),
                        rejectedIndex,
                        member.log().last().id(),
                        member.recovery(),
                        AppendResponse.NO_ROUND));
    }

    // ---- what others may know

    /** The times and bounds it works with. */
    public CoreSettings settings() {
        return member.settings();
    }

    /** How many entries of the log are not applied here yet, whether they are agreed on or not. */
    public long unappliedEntries() {
        return member.log().last().index() - member.commitment().appliedIndex();
    }

    /** Whether this member leads, as far as it knows: cheaper than {@link #status}. */
    public boolean isLeader() {
        return member.role() instanceof Leader;
    }

    /** What this member believes now. */
    public ReplicaStatus status(long atMillis) {
        Role role = member.role();
        return new ReplicaStatus(
                member.self(),
                role.name(),
                member.term(),
                role.leader(),
                member.membership().newest(),
                member.ballot().isRecovering(),
                member.log().base().index(),
                member.log().last().id(),
                member.writes().durableIndex(),
                member.commitment().commitIndex(),
                role instanceof Leader leader ? leader.replication().status(atMillis) : List.of());
    }
}
