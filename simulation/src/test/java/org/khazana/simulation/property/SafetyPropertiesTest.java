package org.khazana.simulation.property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.khazana.consensus.log.EntryHash;
import org.khazana.consensus.log.EntryId;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.log.HardState;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.log.Payload;
import org.khazana.consensus.log.Term;
import org.khazana.consensus.membership.Configuration;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.membership.PlacedConfiguration;
import org.khazana.consensus.membership.QuorumClause;
import org.khazana.consensus.membership.QuorumPolicy;
import org.khazana.consensus.raft.CoreSettings;
import org.khazana.consensus.raft.DurableWrite;
import org.khazana.consensus.raft.Effects;
import org.khazana.consensus.raft.Input;
import org.khazana.consensus.raft.ReplicaStatus;
import org.khazana.consensus.raft.ReplicaStatus.RoleName;
import org.khazana.simulation.disk.SimulatedDisk;
import org.khazana.simulation.disk.SimulatedLog;

/** Steps that no real core takes, told to the checkers by hand: the checks that a whole run reaches last, or never. */
class SafetyPropertiesTest {
    private static final MemberId A = new MemberId("a", 1);
    private static final MemberId B = new MemberId("b", 1);
    private static final MemberId C = new MemberId("c", 1);
    private static final QuorumPolicy POLICY =
            new QuorumPolicy(List.of(QuorumClause.majorityOf("all", Set.of(A, B, C))));

    private final SortedMap<MemberId, SimulatedDisk> disks =
            new TreeMap<>(Map.of(A, emptyDisk(), B, emptyDisk(), C, emptyDisk()));
    private final SafetyProperties properties = new SafetyProperties(
            Configuration.of(POLICY), CoreSettings.forLocalNetwork(), disks, entry -> List.of(), false);

    @Test
    void twoLeadersOfOneTermAreFound() {
        // given
        votes(A, 1, A);
        votes(B, 1, A);
        properties.stepped(step(status(A, RoleName.CANDIDATE, 1, 0), status(A, RoleName.LEADER, 1, 0)));

        // then
        violates(
                Property.ELECTION_SAFETY,
                () -> properties.stepped(step(status(C, RoleName.CANDIDATE, 1, 0), status(C, RoleName.LEADER, 1, 0))));
    }

    @Test
    void aLeaderWithoutDurableVotesIsFound() {
        votes(A, 1, A);

        violates(
                Property.ELECTED_BY_QUORUM,
                () -> properties.stepped(step(status(A, RoleName.CANDIDATE, 1, 0), status(A, RoleName.LEADER, 1, 0))));
    }

    @Test
    void aSecondVoteInATermIsFound() {
        votes(A, 1, B);

        violates(Property.ONE_VOTE_PER_TERM, () -> votes(A, 1, C));
    }

    @Test
    void aTermThatFallsIsFound() {
        violates(
                Property.NEVER_BACKWARDS,
                () -> properties.stepped(step(status(A, RoleName.FOLLOWER, 2, 0), status(A, RoleName.FOLLOWER, 1, 0))));
    }

    @Test
    void aCutIntoWhatIsCommittedIsFound() {
        // given
        LogEntry entry = entry(SimulatedLog.GENESIS, 1);
        write(A, entry);

        // then
        violates(
                Property.TRUNCATION_ABOVE_COMMIT,
                () -> properties.writing(A, status(A, RoleName.FOLLOWER, 1, 1), cut(1)));
    }

    @Test
    void aLeaderThatCutsItsLogIsFound() {
        // given
        LogEntry entry = entry(SimulatedLog.GENESIS, 1);
        write(A, entry);
        disk(A).issue(cut(1));
        Effects effects = effects(Optional.of(cut(1)));
        ReplicaStatus leader = status(A, RoleName.LEADER, 1, 0);

        // then
        violates(
                Property.LEADER_APPEND_ONLY,
                () -> properties.stepped(new Step(A, leader, new Input.Tick(), effects, leader)));
    }

    @Test
    void anotherEntryUnderAKnownIdIsFound() {
        // given
        LogEntry entry = entry(SimulatedLog.GENESIS, 1);
        LogEntry other = new LogEntry(
                entry.id(),
                entry.timeMillis(),
                entry.parentHash(),
                hash(99),
                Payload.wrap(new byte[] {1}),
                Optional.empty());
        write(A, entry);

        // then
        violates(Property.LOG_MATCHING, () -> write(B, other));
    }

    @Test
    void anOldEntryCommittedByCountIsFound() {
        // given
        LogEntry entry = entry(SimulatedLog.GENESIS, 1);
        disks.keySet().forEach(member -> write(member, entry));
        votes(A, 2, A);
        votes(B, 2, A);
        properties.stepped(step(status(A, RoleName.CANDIDATE, 2, 0), statusWith(A, RoleName.LEADER, 2, 0, entry.id())));

        // then
        violates(
                Property.OWN_TERM_COMMIT,
                () -> properties.stepped(step(
                        statusWith(A, RoleName.LEADER, 2, 0, entry.id()),
                        statusWith(A, RoleName.LEADER, 2, 1, entry.id()))));
    }

    @Test
    void aCommitThatRestsOnOneDiskIsFound() {
        LogEntry entry = entry(SimulatedLog.GENESIS, 1);
        write(A, entry);

        violates(
                Property.NO_COMMITTED_LOSS,
                () -> properties.stepped(step(
                        statusWith(A, RoleName.FOLLOWER, 1, 0, entry.id()),
                        statusWith(A, RoleName.FOLLOWER, 1, 1, entry.id()))));
    }

    private SimulatedDisk disk(MemberId member) {
        return Optional.ofNullable(disks.get(member)).orElseThrow();
    }

    private void votes(MemberId voter, long term, MemberId candidate) {
        SimulatedDisk disk = disk(voter);
        HardState vote = new HardState(new Term(term), Optional.of(candidate), false);
        disk.issue(write(1, Optional.of(vote), OptionalLong.empty(), List.of()));
        disk.completeOldest();
        properties.madeDurable(voter);
    }

    private void write(MemberId member, LogEntry entry) {
        DurableWrite write = write(1, Optional.empty(), OptionalLong.empty(), List.of(entry));
        properties.writing(member, status(member, RoleName.FOLLOWER, 1, 0), write);
        disk(member).issue(write);
        disk(member).completeOldest();
    }

    private static DurableWrite cut(long index) {
        return write(2, Optional.empty(), OptionalLong.of(index), List.of());
    }

    private static DurableWrite write(
            long ticket, Optional<HardState> hardState, OptionalLong truncateFrom, List<LogEntry> entries) {
        return new DurableWrite(ticket, hardState, Optional.empty(), truncateFrom, entries, OptionalLong.empty());
    }

    private static Effects effects(Optional<DurableWrite> write) {
        return new Effects(
                write, List.of(), List.of(), List.of(), Optional.empty(), List.of(), Optional.empty(), List.of());
    }

    private static SimulatedDisk emptyDisk() {
        return new SimulatedDisk(Configuration.of(POLICY));
    }

    private static LogEntry entry(EntryMetadata parent, long term) {
        EntryId id = new EntryId(new Term(term), parent.index() + 1);
        return new LogEntry(id, 1, parent.hash(), hash(id.index()), Payload.wrap(new byte[0]), Optional.empty());
    }

    private static EntryHash hash(long number) {
        byte[] bytes = new byte[EntryHash.BYTES];
        bytes[0] = (byte) number;
        return EntryHash.of(bytes);
    }

    private static Step step(ReplicaStatus before, ReplicaStatus after) {
        return new Step(before.self(), before, new Input.Tick(), effects(Optional.empty()), after);
    }

    private static ReplicaStatus status(MemberId member, RoleName role, long term, long commitIndex) {
        return statusWith(member, role, term, commitIndex, SimulatedLog.GENESIS.id());
    }

    private static ReplicaStatus statusWith(MemberId member, RoleName role, long term, long commitIndex, EntryId last) {
        return new ReplicaStatus(
                member,
                role,
                new Term(term),
                Optional.empty(),
                new PlacedConfiguration(0, Configuration.of(POLICY)),
                false,
                0,
                last,
                last.index(),
                commitIndex,
                List.of());
    }

    private static void violates(Property expected, ThrowingCallable action) {
        PropertyViolation violation = catchThrowableOfType(PropertyViolation.class, action);
        assertThat(violation).as("nothing was found").isNotNull();
        assertThat(violation.property()).isEqualTo(expected);
    }
}
