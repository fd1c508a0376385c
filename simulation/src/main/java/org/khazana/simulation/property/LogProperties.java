package org.khazana.simulation.property;

import static org.khazana.simulation.property.Property.DURABLE_BEFORE_SPEAKING;
import static org.khazana.simulation.property.Property.LEADER_APPEND_ONLY;
import static org.khazana.simulation.property.Property.LOG_MATCHING;
import static org.khazana.simulation.property.Property.NEVER_BACKWARDS;
import static org.khazana.simulation.property.Property.ONLY_AGREED_FORGOTTEN;
import static org.khazana.simulation.property.Property.STATE_MACHINE_SAFETY;
import static org.khazana.simulation.property.Property.TIME_FORWARD;
import static org.khazana.simulation.property.Property.TRUNCATION_ABOVE_COMMIT;
import static org.khazana.simulation.property.PropertyViolation.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.khazana.consensus.log.EntryHash;
import org.khazana.consensus.log.EntryId;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.log.HardState;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.log.Term;
import org.khazana.consensus.membership.Configuration;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.raft.DurableWrite;
import org.khazana.consensus.raft.ReplicaStatus;
import org.khazana.simulation.disk.SimulatedLog;

/** What may happen to one log: only consistent growth, and cuts above what is committed. */
final class LogProperties {
    private final ClusterView view;
    private final CommittedLog committed;
    private final Map<EntryId, EntryHash> everWritten = new HashMap<>();
    private final Map<MemberId, Long> savedIndex = new HashMap<>();

    LogProperties(ClusterView view, CommittedLog committed) {
        this.view = view;
        this.committed = committed;
    }

    /** Before {@code write} is issued. */
    void writing(MemberId member, ReplicaStatus before, DurableWrite write) {
        SimulatedLog log = view.disk(member).issued();
        if (write.restart().isPresent()) {
            DurableWrite.Restart restart = write.restart().get();
            beginsAnew(member, restart);
            appendAll(member, restart.base(), write.entries());
            return;
        }
        write.compactThrough().ifPresent(through -> forgets(member, before, through));
        long end = log.lastIndex();
        if (write.truncateFrom().isPresent()) {
            long from = write.truncateFrom().getAsLong();
            // A recovering member may have applied others than its log holds.
            check(
                    (from > before.commitIndex() || before.isRecovering()) && from <= end,
                    TRUNCATION_ABOVE_COMMIT,
                    "%s truncates from %s with commit index %s and last index %s",
                    member,
                    from,
                    before.commitIndex(),
                    end);
            // What a later term alone has agreed on may fall victim to a leader of this one: no quorum rests on it
            // here.
            Term term = write.hardState().map(HardState::term).orElse(before.term());
            check(
                    from > committed.lastIndexCommittedBy(term) || !log.holds(from, committed.hash(from)),
                    TRUNCATION_ABOVE_COMMIT,
                    "%s truncates the committed entry %s",
                    member,
                    from);
            end = from - 1;
        }
        appendAll(member, log.known(end).orElseThrow(), write.entries());
    }

    private void beginsAnew(MemberId member, DurableWrite.Restart restart) {
        EntryMetadata base = restart.base();
        SimulatedLog log = view.disk(member).issued();
        check(
                committed.holds(base) && base.index() <= savedIndex.getOrDefault(member, 0L),
                ONLY_AGREED_FORGOTTEN,
                "the log of %s begins anew after %s, committed is up to %s, saved there up to %s",
                member,
                base.id(),
                committed.id(committed.lastIndex()),
                savedIndex.getOrDefault(member, 0L));
        check(
                log.lastIndex() < base.index() || !log.holds(base.index(), base.hash()),
                ONLY_AGREED_FORGOTTEN,
                "%s forgets its whole log for a snapshot of %s, although that is in its log",
                member,
                base.id());
    }

    private void forgets(MemberId member, ReplicaStatus before, long through) {
        check(
                through <= Math.min(before.commitIndex(), savedIndex.getOrDefault(member, 0L)),
                ONLY_AGREED_FORGOTTEN,
                "%s forgets up to %s, commit index is %s, saved is %s",
                member,
                through,
                before.commitIndex(),
                savedIndex.getOrDefault(member, 0L));
    }

    /** The state that a process finds is as durable as one that was saved. */
    void started(MemberId member, long appliedIndex) {
        savedIndex.merge(member, appliedIndex, Math::max);
    }

    /** A state that ends with {@code last} is durable at a member. */
    void savedState(MemberId member, EntryMetadata last, Configuration configuration) {
        check(
                committed.holds(last) && committed.configurationAt(last.index()).equals(configuration),
                STATE_MACHINE_SAFETY,
                "%s saves a state of %s with %s; committed is up to %s",
                member,
                last,
                configuration,
                committed.id(committed.lastIndex()));
        savedIndex.merge(member, last.index(), Math::max);
    }

    private void appendAll(MemberId member, EntryMetadata after, List<LogEntry> entries) {
        EntryMetadata parent = after;
        for (LogEntry entry : entries) {
            appends(member, parent, entry);
            parent = entry.metadata();
        }
    }

    private void appends(MemberId member, EntryMetadata parent, LogEntry entry) {
        check(
                entry.timeMillis() >= parent.timeMillis(),
                TIME_FORWARD,
                "%s appends %s of time %s after time %s",
                member,
                entry.id(),
                entry.timeMillis(),
                parent.timeMillis());
        check(entry.follows(parent), LOG_MATCHING, "%s appends %s after %s", member, entry, parent);
        EntryHash known = everWritten.putIfAbsent(entry.id(), entry.hash());
        check(
                known == null || known.equals(entry.hash()),
                LOG_MATCHING,
                "%s appends another entry under the id %s",
                member,
                entry.id());
    }

    void stepped(Step step) {
        ReplicaStatus before = step.before();
        ReplicaStatus after = step.after();
        check(
                !after.term().isBefore(before.term()) && after.commitIndex() >= before.commitIndex(),
                NEVER_BACKWARDS,
                "%s went from term %s, commit %s to term %s, commit %s",
                step.member(),
                before.term(),
                before.commitIndex(),
                after.term(),
                after.commitIndex());
        check(
                !step.staysLeader()
                        || step.effects()
                                .write()
                                .flatMap(write ->
                                        write.truncateFrom().stream().boxed().findFirst())
                                .isEmpty(),
                LEADER_APPEND_ONLY,
                "%s truncates its log while it leads term %s",
                step.member(),
                after.term());
        SimulatedLog issued = view.disk(step.member()).issued();
        check(
                issued.last().id().equals(after.last()),
                LOG_MATCHING,
                "%s says its last entry is %s, but it has written %s",
                step.member(),
                after.last(),
                issued.last().id());
        long durableIndex = after.durableIndex();
        check(
                durableIndex < issued.base().index()
                        || (durableIndex <= issued.lastIndex()
                                && view.disk(step.member())
                                        .durable()
                                        .holds(
                                                durableIndex,
                                                issued.known(durableIndex)
                                                        .orElseThrow()
                                                        .hash())),
                DURABLE_BEFORE_SPEAKING,
                "%s counts on index %s being durable, its disk ends at %s",
                step.member(),
                durableIndex,
                view.disk(step.member()).durable().last().id());
    }
}
