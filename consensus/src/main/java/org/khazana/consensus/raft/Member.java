package org.khazana.consensus.raft;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.khazana.consensus.Invariant;
import org.khazana.consensus.log.EntryId;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.log.Term;
import org.khazana.consensus.membership.Configuration;
import org.khazana.consensus.membership.ConfigurationHistory;
import org.khazana.consensus.membership.MemberId;

/** What a member is made of, whatever its role: its vote, its log, how far that is agreed on, and the role itself. */
final class Member {
    private final MemberId self;
    private final long process;
    private final CoreSettings settings;
    private final ElectionTimer timer;
    private final Ballot ballot;
    private final RaftLog log;
    private final ConfigurationHistory membership;
    private final WriteTracker writes;
    private final Commitment commitment;
    private Optional<EntryMetadata> snapshot;
    private Role role = Follower.withoutLeader(Long.MAX_VALUE);
    private boolean isCalledUpon;
    private long questions;
    private long nowMillis = Long.MIN_VALUE;

    Member(Identity identity, CoreSettings settings, RecoveredState recovered) {
        EntryId last = recovered.log().last().id();
        Term term = recovered.hardState().term();
        Invariant.check(
                !last.term().isAfter(term),
                "the log ends with an entry of term %s, but the stored term is only %s: the vote was lost",
                last.term(),
                term);
        Invariant.check(
                recovered.appliedIndex() >= recovered.log().base().index(),
                "the state machine holds entry %s, but the log begins only after %s",
                recovered.appliedIndex(),
                recovered.log().base().index());
        Invariant.check(
                recovered.appliedIndex() <= last.index()
                        || recovered.hardState().isRecovering(),
                "the state machine holds entry %s, but the log ends at %s",
                recovered.appliedIndex(),
                last);
        this.self = identity.self();
        this.process = identity.process();
        this.questions = identity.process();
        this.settings = settings;
        this.timer = new ElectionTimer(self, identity.seed(), settings.electionTimeoutMillis(), identity.priority());
        this.ballot = new Ballot(recovered.hardState());
        this.log = new RaftLog(recovered.log(), 2 * settings.inFlightBytesMax());
        this.membership = new ConfigurationHistory(recovered.log().configurations());
        this.writes = new WriteTracker(last.index());
        this.commitment = new Commitment(recovered.appliedIndex(), settings.unappliedBytesMax());
        this.snapshot = recovered.snapshot();
    }

    MemberId self() {
        return self;
    }

    /** The recovery under way, which ends with this process at the latest; 0 when this member is whole. */
    long recovery() {
        return ballot.isRecovering() ? process : 0;
    }

    CoreSettings settings() {
        return settings;
    }

    /** A number that no other question of this member has, in this process or in another one, whose numbers begin elsewhere. */
    long nextQuestion() {
        return questions++;
    }

    Ballot ballot() {
        return ballot;
    }

    RaftLog log() {
        return log;
    }

    WriteTracker writes() {
        return writes;
    }

    Commitment commitment() {
        return commitment;
    }

    ConfigurationHistory membership() {
        return membership;
    }

    /** The configuration in force: the newest in the log, committed or not. */
    Configuration configuration() {
        return membership.newest().configuration();
    }

    /** The newest snapshot that others can go on from: none, while the newest made here lies before this log's base. */
    Optional<SnapshotMark> snapshot() {
        return snapshot.filter(last -> last.index() >= log.base().index())
                .map(last -> new SnapshotMark(last, membership.at(last.index())));
    }

    /** The node holds a snapshot of the state after {@code last}, unless it has a newer one already. */
    void offerFromNowOn(EntryMetadata last) {
        snapshot =
                Optional.of(snapshot.filter(held -> held.index() > last.index()).orElse(last));
    }

    Role role() {
        return role;
    }

    void setRole(Role next) {
        role = next;
    }

    // ---- time

    long nowMillis() {
        return nowMillis;
    }

    void advanceClock(long nextMillis) {
        if (nowMillis == Long.MIN_VALUE) {
            role = Follower.withoutLeader(timer.nextMillis(nextMillis));
        }
        Invariant.check(nextMillis >= nowMillis, "time went back from %s to %s", nowMillis, nextMillis);
        nowMillis = nextMillis;
    }

    /** When to stand for election unless something happens before. */
    long nextElectionMillis() {
        return timer.nextMillis(nowMillis);
    }

    /**
     * When to stand for election after something that {@code other} did and that several members notice at the same moment,
     * such as the end of the leader: they take turns, a heartbeat apart, in the order of their ids beginning after its own.
     */
    long turnAfterMillis(MemberId other) {
        List<MemberId> others = new ArrayList<>(configuration().voterIds());
        others.remove(other);
        int before = (int) others.stream().filter(id -> id.compareTo(other) < 0).count();
        return turnMillis(others, before);
    }

    /** The same for those who have lost the election of this term; in the next term another one is first. */
    long turnOfTermMillis() {
        List<MemberId> voters = new ArrayList<>(configuration().voterIds());
        return turnMillis(voters, (int) (term().number() % Math.max(1, voters.size())));
    }

    private long turnMillis(List<MemberId> members, int first) {
        Collections.rotate(members, -first);
        int turn = Math.max(0, members.indexOf(self));
        return timer.earlyMillis(nowMillis, (turn + 1) * settings.heartbeatMillis());
    }

    long electionTimeoutAgoMillis() {
        return nowMillis - settings.electionTimeoutMillis();
    }

    // ---- terms and roles

    Term term() {
        return ballot.term();
    }

    boolean hearsLeader() {
        return role.hearsLeader(nowMillis, settings.electionTimeoutMillis());
    }

    /** Goes on in a higher term; a member that was only waiting keeps its deadline. */
    void enterTerm(Term term, StepEffects effects) {
        if (role instanceof Follower follower) {
            role = Follower.withoutLeader(follower.electionAtMillis());
        } else {
            stepDown(RaftEvent.Reason.HIGHER_TERM_SEEN, effects);
        }
        ballot.enter(term);
    }

    /** Stops leading or standing. The vote is not touched: it belongs to the term, not to the role. */
    void stepDown(RaftEvent.Reason reason, StepEffects effects) {
        if (role instanceof Leader leader) {
            effects.event(new RaftEvent.SteppedDown(term(), reason));
            for (ReadRounds.Question question : leader.reads().takeAll()) {
                if (question.askedBy().isEmpty()) {
                    effects.read(new ReadOutcome.NoLeader(question.id(), Optional.empty()));
                }
            }
        }
        role = Follower.withoutLeader(nextElectionMillis());
    }

    void follow(MemberId leader, StepEffects effects) {
        if (role.leader().isEmpty()) {
            effects.event(new RaftEvent.FollowsLeader(term(), leader));
        }
        role = new Follower(Optional.of(leader), nowMillis, nextElectionMillis(), false);
        isCalledUpon = false;
    }

    /**
     * Whether, since a leader was last heard, somebody asked for this member's vote who lacks what its log holds. Whoever
     * asks counts this member among the voters, but cannot win without it.
     */
    boolean isCalledUpon() {
        return isCalledUpon;
    }

    /**
     * {@code from} asked so. It has no leader either and cannot win, so this member asks soon, be it once more: it may have
     * been refused by those who had not yet noticed the leader's end.
     */
    void callUpon(MemberId from) {
        isCalledUpon = true;
        long soon = turnAfterMillis(from);
        if (role instanceof Follower follower) {
            role = follower.takingTurn(soon);
        } else if (role instanceof PreCandidate asking) {
            role = asking.retryingAt(Math.min(soon, asking.retryAtMillis()));
        }
    }

    /** A message that no correct member sends is ignored, and the operator told. */
    static void protest(MemberId from, String why, StepEffects effects) {
        effects.event(new RaftEvent.Protested(from, why));
    }

    // ---- the log

    /**
     * How far this log is known to hold what was agreed on. While this member recovers, that is nothing but what it begins
     * after: with the mark of a cut may be lost that entries were cut, and others applied in their places.
     */
    long agreedIndex() {
        return ballot.isRecovering() ? log.base().index() : commitment.commitIndex();
    }

    /** Adds an entry; a configuration in it is in force from here on (Raft §6). */
    void append(LogEntry entry, StepEffects effects) {
        log.append(entry);
        effects.appended(entry);
        entry.configuration().ifPresent(configuration -> {
            membership.append(entry.index(), configuration);
            effects.event(new RaftEvent.MembershipChanged(membership.newest()));
        });
    }

    /** Removes entries that were never committed; the configuration before them is in force again. */
    void truncate(long fromIndex, MemberId onBehalfOf, StepEffects effects) {
        Invariant.check(fromIndex > agreedIndex(), "asked to cut at %s, but %s is committed", fromIndex, agreedIndex());
        long configurationIndex = membership.newest().index();
        log.truncateFrom(fromIndex);
        writes.cut(fromIndex);
        membership.truncateFrom(fromIndex);
        effects.truncated(fromIndex);
        effects.event(new RaftEvent.Truncated(fromIndex, Optional.of(onBehalfOf)));
        if (membership.newest().index() != configurationIndex) {
            effects.event(new RaftEvent.MembershipChanged(membership.newest()));
        }
    }

    /** The log begins anew after {@code base}, which a snapshot stands for. */
    void restartLog(EntryMetadata base, Configuration configuration, StepEffects effects) {
        log.restartAt(base);
        writes.restart();
        membership.restartAt(base.index(), configuration);
        effects.restarted(new DurableWrite.Restart(base, configuration));
        effects.event(new RaftEvent.SnapshotReplacedLog(base.id()));
    }

    /** Entries up to {@code index}, which a snapshot stands for, may be forgotten. */
    void compactLog(long index, StepEffects effects) {
        log.compactThrough(index);
        membership.compactThrough(index);
        effects.compacted(index);
    }
}
