package org.khazana.consensus.raft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.khazana.consensus.raft.TestCluster.id;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.khazana.consensus.log.EntryHash;
import org.khazana.consensus.log.EntryId;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.log.HardState;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.log.Payload;
import org.khazana.consensus.log.Term;
import org.khazana.consensus.message.AppendRequest;
import org.khazana.consensus.message.AppendResponse;
import org.khazana.consensus.message.Message;

/** A follower of leader m2, told one append after another. */
class LogMatchingTest {
    private static final Term TERM = new Term(9);

    private final List<LogEntry> old = Chain.ofTerms(1, 1, 4, 4);
    private final List<LogEntry> rival = Chain.extend(old.subList(0, 2), 5, 5);
    private final TestMember follower = new TestMember(
            id(1), TestCluster.majorityOf(3), TestCluster.SETTINGS, new HardState(TERM, Optional.empty(), false), old);
    private long round;

    @Test
    @DisplayName("Raft §5.3: an append whose previous entry is missing is refused, with a place to look instead")
    void aGapIsRefused() {
        assertThat(told(new EntryId(new Term(5), 7), old.get(3).hash(), List.of(), 0))
                .isEqualTo(new AppendResponse.Rejected(TERM, 7, new EntryId(new Term(4), 4), 0, round));
        assertThat(told(new EntryId(new Term(3), 7), old.get(3).hash(), List.of(), 0))
                .isEqualTo(new AppendResponse.Rejected(TERM, 7, new EntryId(new Term(1), 2), 0, round));
        assertThat(follower.log.synced()).isEqualTo(old);
    }

    @Test
    @DisplayName("Raft §5.3: entries of another term are cut and replaced, from the conflict on only")
    void aProvenConflictIsCut() {
        Message answer = toldAfter(old.get(0), List.of(old.get(1), rival.get(2), rival.get(3)), 0);

        assertThat(answer).isEqualTo(new AppendResponse.Accepted(TERM, 4, 0, round));
        assertThat(follower.log.synced()).isEqualTo(rival);
        assertThat(follower.events).contains(new RaftEvent.Truncated(3, Optional.of(id(2))));
    }

    @Test
    void aShortOrRepeatedAppendCutsNothingThatItDoesNotContradict() {
        assertThat(toldAfter(old.get(0), List.of(old.get(1)), 0))
                .isEqualTo(new AppendResponse.Accepted(TERM, 2, 0, round));
        assertThat(toldAfter(old.get(1), List.of(), 0)).isEqualTo(new AppendResponse.Accepted(TERM, 2, 0, round));

        assertThat(follower.log.synced()).isEqualTo(old);
    }

    @Test
    void anAcknowledgementCoversWhatTheMessageProvedAndNotTheWholeLog() {
        assertThat(toldAfter(old.get(0), List.of(), 0)).isEqualTo(new AppendResponse.Accepted(TERM, 1, 0, round));
    }

    @Test
    void aFollowerCommitsNoFurtherThanTheMessageProved() {
        toldAfter(old.get(0), List.of(old.get(1)), 4);
        assertThat(follower.status().commitIndex()).isEqualTo(2);
        assertThat(follower.applied).hasSize(2);

        toldAfter(old.get(1), List.of(rival.get(2), rival.get(3)), 3);
        assertThat(follower.status().commitIndex()).isEqualTo(3);
        assertThat(follower.applied).isEqualTo(rival.subList(0, 3));
    }

    @Test
    void whatIsCommittedIsNeverCutWhateverAPeerClaims() {
        toldAfter(old.get(2), List.of(old.get(3)), 4);
        int answers = follower.events.size();

        assertThat(silenceAfter(old.get(1), List.of(rival.get(2)))).isTrue();
        assertThat(silenceAfter(rival.get(2), List.of(rival.get(3)))).isTrue();

        assertThat(follower.log.synced()).isEqualTo(old);
        assertThat(follower.events.subList(answers, follower.events.size()))
                .hasSize(2)
                .allMatch(RaftEvent.Protested.class::isInstance);
    }

    @Test
    void entriesThatBreakTheHashChainAreProtestedAndIgnored() {
        LogEntry next = Chain.extend(old, 9).get(4);
        EntryHash wrong = Chain.GENESIS.hash();
        LogEntry orphan =
                new LogEntry(next.id(), next.timeMillis(), wrong, next.hash(), next.payload(), Optional.empty());
        LogEntry earlier = new LogEntry(next.id(), 5, next.parentHash(), next.hash(), next.payload(), Optional.empty());
        LogEntry future = Chain.extend(old, 10).get(4);
        LogEntry large = new LogEntry(
                next.id(),
                next.timeMillis(),
                next.parentHash(),
                next.hash(),
                Payload.wrap(new byte[1_001]),
                Optional.empty());
        LogEntry forged = new LogEntry(
                old.get(3).id(),
                old.get(3).timeMillis(),
                old.get(3).parentHash(),
                wrong,
                Payload.wrap(new byte[0]),
                Optional.empty());

        for (LogEntry bad : List.of(orphan, earlier, future, large)) {
            assertThat(silenceAfter(old.get(3), List.of(bad))).isTrue();
        }
        assertThat(silenceAfter(old.get(2), List.of(forged))).isTrue();
        assertThat(silence(old.get(3).id(), wrong, List.of())).isTrue();

        assertThat(follower.log.synced()).isEqualTo(old);
        assertThat(follower.events).hasSize(6).allMatch(RaftEvent.Protested.class::isInstance);
    }

    @Test
    void aSecondLeaderOfTheSameTermIsProtested() {
        toldAfter(old.get(3), List.of(), 0);

        follower.step(
                1, new Input.Received(id(3), request(old.get(3).id(), old.get(3).hash(), List.of(), 0)));

        assertThat(follower.takeMessage()).isEmpty();
        assertThat(follower.status().leader()).contains(id(2));
    }

    @Test
    @DisplayName("Raft §5.1: a leader of an earlier term is refused and learns the term")
    void aStaleLeaderIsAnswered() {
        AppendRequest stale =
                new AppendRequest(new Term(8), old.get(3).id(), old.get(3).hash(), List.of(), 4, Optional.empty(), 77);

        follower.step(1, new Input.Received(id(2), stale));

        assertThat(follower.takeMessage().orElseThrow().message())
                .isEqualTo(new AppendResponse.Rejected(TERM, 4, old.get(3).id(), 0, AppendResponse.NO_ROUND));
        assertThat(follower.status().commitIndex()).isZero();
    }

    @Test
    void aLeaderThatThisLogDoesNotKnowYetIsFollowed() {
        follower.step(
                1, new Input.Received(id(4), request(old.get(3).id(), old.get(3).hash(), List.of(), 0)));

        assertThat(follower.status().leader()).contains(id(4));
    }

    @Test
    void aMessageInItsOwnNameIsProtested() {
        follower.step(
                1, new Input.Received(id(1), request(old.get(3).id(), old.get(3).hash(), List.of(), 0)));

        assertThat(follower.takeMessage()).isEmpty();
        assertThat(follower.events).singleElement().isInstanceOf(RaftEvent.Protested.class);
    }

    private Message toldAfter(LogEntry previous, List<LogEntry> entries, long commitIndex) {
        EntryMetadata at = previous.metadata();
        return told(at.id(), at.hash(), entries, commitIndex);
    }

    private Message told(EntryId previous, EntryHash hash, List<LogEntry> entries, long commitIndex) {
        follower.step(1, new Input.Received(id(2), request(previous, hash, entries, commitIndex)));
        return follower.takeMessage().orElseThrow().message();
    }

    private boolean silenceAfter(LogEntry previous, List<LogEntry> entries) {
        return silence(previous.id(), previous.hash(), entries);
    }

    private boolean silence(EntryId previous, EntryHash hash, List<LogEntry> entries) {
        follower.step(1, new Input.Received(id(2), request(previous, hash, entries, 0)));
        return follower.takeMessage().isEmpty();
    }

    private AppendRequest request(EntryId previous, EntryHash hash, List<LogEntry> entries, long commitIndex) {
        round++;
        return new AppendRequest(TERM, previous, hash, entries, commitIndex, Optional.empty(), round);
    }
}
