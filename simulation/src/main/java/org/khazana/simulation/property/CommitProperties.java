package org.khazana.simulation.property;

import static org.khazana.simulation.property.Property.DURABLE_BEFORE_SPEAKING;
import static org.khazana.simulation.property.Property.LEADER_COMPLETENESS;
import static org.khazana.simulation.property.Property.NO_COMMITTED_LOSS;
import static org.khazana.simulation.property.Property.OWN_TERM_COMMIT;
import static org.khazana.simulation.property.Property.STATE_MACHINE_SAFETY;
import static org.khazana.simulation.property.PropertyViolation.check;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.khazana.consensus.log.EntryHash;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.membership.Configuration;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.membership.QuorumClause;
import org.khazana.consensus.raft.Input;
import org.khazana.consensus.raft.ReplicaStatus;
import org.khazana.simulation.disk.SimulatedLog;

/** What is committed is the same for everybody, stays, and rests on a quorum of disks. */
final class CommitProperties {
    private final ClusterView view;
    private final CommittedLog committed;
    private final Consumer<LogEntry> onCommitted;
    private final Map<MemberId, Long> handedIndex = new HashMap<>();
    private Configuration committedUnder;

    /** {@code onCommitted} hears of each committed entry once, in order. */
    CommitProperties(ClusterView view, CommittedLog committed, Consumer<LogEntry> onCommitted) {
        this.view = view;
        this.committed = committed;
        this.onCommitted = onCommitted;
        this.committedUnder = committed.configurationAt(0);
    }

    void started(MemberId member, long appliedIndex) {
        handedIndex.put(member, appliedIndex);
    }

    void stepped(Step step) {
        if (step.becomesLeader()) {
            // A leader elected late, when a later term has begun, knows nothing of what that one has committed.
            holdsAllCommitted(
                    step.member(), committed.lastIndexCommittedBy(step.after().term()));
        }
        if (step.after().commitIndex() > step.before().commitIndex()) {
            commits(step);
        }
        if (step.input() instanceof Input.SnapshotInstalled(EntryMetadata last, Configuration configuration)) {
            handedIndex.merge(step.member(), last.index(), Math::max);
        }
        for (LogEntry entry : step.effects().committed()) {
            hands(step.member(), entry);
        }
    }

    private void commits(Step step) {
        MemberId member = step.member();
        long index = step.after().commitIndex();
        SimulatedLog log = view.disk(member).issued();
        check(
                index <= log.lastIndex(),
                STATE_MACHINE_SAFETY,
                "%s commits index %s beyond its last %s",
                member,
                index,
                log.lastIndex());
        EntryMetadata newest = log.known(index).orElseThrow();
        check(
                !step.staysLeader()
                        || step.input() instanceof Input.SnapshotInstalled
                        || newest.term().equals(step.after().term()),
                OWN_TERM_COMMIT,
                "%s, leader of term %s, commits %s by count",
                member,
                step.after().term(),
                newest.id());
        long known = Math.min(index, committed.lastIndex());
        check(
                log.holds(known, committed.hash(known)),
                STATE_MACHINE_SAFETY,
                "%s commits %s where %s is committed",
                member,
                log.known(known),
                committed.id(known));
        for (long fresh = known + 1; fresh <= index; fresh++) {
            committed.add(log.entry(fresh), step.after().term());
        }
        if (index > known) {
            EntryHash hash = committed.hash(index);
            committedUnder = HandCount.configurationMet(step, holder -> isKept(holder, index, hash))
                    .orElse(step.before().membership().configuration());
        }
        restsOnQuorum(member);
        for (long fresh = known + 1; fresh <= index; fresh++) {
            onCommitted.accept(log.entry(fresh));
        }
        for (ReplicaStatus status : view.running().values()) {
            if (Step.isLeader(status) && !status.term().isBefore(step.after().term())) {
                holdsAllCommitted(status.self(), index);
            }
        }
    }

    private void holdsAllCommitted(MemberId leader, long index) {
        check(
                view.disk(leader).issued().holds(index, committed.hash(index)),
                LEADER_COMPLETENESS,
                "the leader %s lacks the committed entry %s",
                leader,
                committed.id(index));
    }

    /** A member that has lost what it held, and knows it, is set aside: it will not help to decide against it. */
    private boolean isKept(MemberId member, long index, EntryHash hash) {
        return view.disk(member).durable().holds(index, hash) || view.isSetAside(member);
    }

    private void restsOnQuorum(MemberId afterChangeAt) {
        long index = committed.lastIndex();
        EntryHash hash = committed.hash(index);
        Optional<QuorumClause> unmet = HandCount.unmetClause(committedUnder, member -> isKept(member, index, hash));
        check(
                unmet.isEmpty(),
                NO_COMMITTED_LOSS,
                "after a step of %s, %s is not durable on a quorum: too few of %s hold it",
                afterChangeAt,
                committed.id(index),
                unmet);
    }

    private void hands(MemberId member, LogEntry entry) {
        long expected = handedIndex.getOrDefault(member, 0L) + 1;
        check(
                entry.index() == expected
                        && entry.index() <= committed.lastIndex()
                        && entry.hash().equals(committed.hash(entry.index())),
                STATE_MACHINE_SAFETY,
                "%s applies %s as number %s, which is not what was committed there",
                member,
                entry.id(),
                expected);
        check(
                view.disk(member).durable().holds(entry.index(), entry.hash()),
                DURABLE_BEFORE_SPEAKING,
                "%s applies %s before it is durable there",
                member,
                entry.id());
        handedIndex.put(member, expected);
    }

    void madeDurable(MemberId member) {
        restsOnQuorum(member);
    }
}
