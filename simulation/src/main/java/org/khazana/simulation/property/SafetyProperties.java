package org.khazana.simulation.property;

import java.util.List;
import java.util.SortedMap;
import java.util.function.Function;
import org.khazana.consensus.log.EntryHash;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.membership.Configuration;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.membership.PlacedConfiguration;
import org.khazana.consensus.raft.CoreSettings;
import org.khazana.consensus.raft.DurableWrite;
import org.khazana.consensus.raft.Outgoing;
import org.khazana.consensus.raft.RaftEvent;
import org.khazana.consensus.raft.ReplicaStatus;
import org.khazana.simulation.disk.SimulatedDisk;

/** All safety properties of one cluster; whoever drives it tells what happens, and a violation is thrown at once. */
public final class SafetyProperties {
    private final CommittedLog committed;
    private final ClusterView view;
    private final ElectionProperties election;
    private final LogProperties log;
    private final CommitProperties commit;
    private final ReplicationProperties replication;
    private final MembershipProperties membership;
    private final RecoveryProperties recovery;
    private final ReadProperties reads = new ReadProperties();
    private final BoundProperties bounds;
    private final ClientProperties clients;

    /**
     * Nothing has happened yet.
     *
     * @param disks of all members, more of whom may join later
     * @param proposalNumbers reads the numbers of the proposals inside an entry
     * @param repeats whether clients send the same proposal several times
     */
    public SafetyProperties(
            Configuration founding,
            CoreSettings settings,
            SortedMap<MemberId, SimulatedDisk> disks,
            Function<LogEntry, List<Long>> proposalNumbers,
            boolean repeats) {
        view = new ClusterView(settings, disks);
        committed = new CommittedLog(founding);
        clients = new ClientProperties(proposalNumbers, repeats);
        election = new ElectionProperties(view);
        log = new LogProperties(view, committed);
        commit = new CommitProperties(view, committed, clients::committed);
        replication = new ReplicationProperties(view);
        membership = new MembershipProperties(view);
        recovery = new RecoveryProperties(view, committed);
        bounds = new BoundProperties(view);
    }

    /** A process started with what its disk holds. */
    public void started(MemberId member, ReplicaStatus status, long appliedIndex) {
        view.running().put(member, status);
        log.started(member, appliedIndex);
        commit.started(member, appliedIndex);
        recovery.started(member);
    }

    /** A step asks for a write, which is not issued yet. */
    public void writing(MemberId member, ReplicaStatus before, DurableWrite write) {
        log.writing(member, before, write);
        recovery.writing(member, write);
    }

    /** A step was taken and its write issued; nothing was sent yet. */
    public void stepped(Step step) {
        view.running().put(step.member(), step.after());
        step.effects().events().forEach(event -> protestsNot(step.member(), event));
        log.stepped(step);
        election.stepped(step);
        commit.stepped(step);
        replication.stepped(step);
        membership.stepped(step);
        recovery.stepped(step);
        reads.stepped(step);
        bounds.stepped(step);
    }

    private static void protestsNot(MemberId member, RaftEvent event) {
        PropertyViolation.check(
                !(event instanceof RaftEvent.Protested), Property.NO_PROTEST, "%s protests: %s", member, event);
    }

    /** A message leaves a member. */
    public void speaks(MemberId member, Outgoing outgoing) {
        election.speaks(member, outgoing);
        replication.speaks(member, outgoing);
        recovery.speaks(member, outgoing);
    }

    /** What a disk durably holds has changed. */
    public void madeDurable(MemberId member) {
        election.madeDurable(member);
        recovery.madeDurable(member);
        commit.madeDurable(member);
    }

    public void crashed(MemberId member) {
        view.running().remove(member);
    }

    /** A member has made its state durable as it is after {@code last}, by saving it or by fetching a saved one. */
    public void savedState(MemberId member, EntryMetadata last, Configuration configuration) {
        log.savedState(member, last, configuration);
    }

    /** Entries were handed to a state machine that now has this many payload bytes before it. */
    public void handed(long unappliedBytes) {
        bounds.handed(unappliedBytes);
    }

    /** A client was told that its proposal is committed at {@code index}. */
    public void acknowledged(long proposalNumber, long index) {
        clients.acknowledged(proposalNumber, index);
    }

    /** How many entries are known to be committed. */
    public long committedIndex() {
        return committed.lastIndex();
    }

    /** The newest configuration that is agreed on. */
    public PlacedConfiguration committedConfiguration() {
        return committed.newestConfiguration();
    }

    public EntryHash committedHash() {
        return committed.hash(committed.lastIndex());
    }

    public int acknowledgedCount() {
        return clients.acknowledgedCount();
    }
}
