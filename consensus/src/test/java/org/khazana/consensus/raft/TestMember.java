package org.khazana.consensus.raft;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.log.HardState;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.membership.Configuration;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.membership.QuorumPolicy;

/** One core with a disk whose writes finish when the test says so. */
final class TestMember {

    /** What waits for the disk: a write, if any, and the messages that speak of it. */
    private record Waiting(Optional<DurableWrite> write, List<Outgoing> messages) {}

    final MemberId id;
    final InMemoryLog log;
    final List<LogEntry> applied = new ArrayList<>();
    final List<ReadOutcome> reads = new ArrayList<>();
    final List<RaftEvent> events = new ArrayList<>();
    HardState vote;
    boolean isDiskHeld;
    boolean isApplyHeld;
    Optional<ProposalOutcome> outcome = Optional.empty();
    Optional<SnapshotWanted> snapshotWanted = Optional.empty();
    Optional<EntryMetadata> snapshot = Optional.empty();
    long appliedIndex;

    private final CoreSettings settings;
    private final ArrayDeque<Waiting> disk = new ArrayDeque<>();
    private final ArrayDeque<Outgoing> outbox = new ArrayDeque<>();
    private long starts;
    private RaftCore core;

    TestMember(MemberId id, QuorumPolicy policy, CoreSettings settings, HardState vote, List<LogEntry> entries) {
        this.id = id;
        this.settings = settings;
        this.vote = vote;
        this.log = new InMemoryLog(Configuration.of(policy), entries);
        this.core = newCore();
    }

    private RaftCore newCore() {
        return new RaftCore(
                new Identity(id, ElectionPriority.PREFERRED, 7, ++starts),
                settings,
                Chain::create,
                new RecoveredState(vote, log, appliedIndex, snapshot));
    }

    /** Power fails: what was not synced is gone, and so is everything unsent. */
    void crashAndRestart() {
        disk.clear();
        outbox.clear();
        log.loseUnsynced();
        core = newCore();
    }

    void step(long nowMillis, Input input) {
        Effects effects = core.step(nowMillis, input);
        outbox.addAll(effects.sendNow());
        disk.add(new Waiting(effects.write(), effects.sendWhenWritten()));
        apply(effects.committed());
        events.addAll(effects.events());
        reads.addAll(effects.reads());
        snapshotWanted = effects.snapshotWanted().or(() -> snapshotWanted);
        if (effects.outcome().isPresent()) {
            outcome = effects.outcome();
        }
        if (!effects.committed().isEmpty() && !isApplyHeld) {
            step(nowMillis, new Input.Applied(appliedIndex));
        }
        releaseDisk(nowMillis);
    }

    private void apply(List<LogEntry> committed) {
        for (LogEntry entry : committed) {
            if (entry.index() != appliedIndex + 1) {
                throw new AssertionError(entry.id() + " is handed over after " + appliedIndex);
            }
            appliedIndex = entry.index();
            applied.add(entry);
        }
    }

    /** Makes a snapshot of what is applied. */
    void takeSnapshot(long nowMillis) {
        EntryMetadata last = log.metadata(appliedIndex).orElseThrow();
        snapshot = Optional.of(last);
        step(nowMillis, new Input.SnapshotTaken(last));
    }

    /** Takes over what another member has applied, as far as its snapshot goes. */
    void installWanted(long nowMillis, TestMember from) {
        SnapshotWanted wanted = snapshotWanted.orElseThrow();
        snapshotWanted = Optional.empty();
        if (wanted.last().index() > appliedIndex) {
            applied.clear();
            from.applied.stream()
                    .filter(entry -> entry.index() <= wanted.last().index())
                    .forEach(applied::add);
            appliedIndex = wanted.last().index();
        }
        snapshot = Optional.of(wanted.last());
        step(nowMillis, new Input.SnapshotInstalled(wanted.last(), wanted.configuration()));
    }

    /** Finishes what waits for the disk, unless it is held. */
    void releaseDisk(long nowMillis) {
        while (!isDiskHeld && !disk.isEmpty()) {
            finishOneWrite(nowMillis);
        }
    }

    /** Finishes the oldest thing that waits for the disk, also when the disk is held. */
    void finishOneWrite(long nowMillis) {
        Waiting waiting = disk.removeFirst();
        waiting.write().ifPresent(write -> {
            write.hardState().ifPresent(stored -> vote = stored);
            write.restart().ifPresent(restart -> log.restartAt(restart.base(), restart.configuration()));
            write.truncateFrom().ifPresent(log::truncateFrom);
            log.append(write.entries());
            log.sync();
            write.compactThrough().ifPresent(log::compactThrough);
        });
        outbox.addAll(waiting.messages());
        waiting.write().ifPresent(write -> step(nowMillis, new Input.Written(write.ticket())));
    }

    Optional<Outgoing> takeMessage() {
        return Optional.ofNullable(outbox.pollFirst());
    }

    ReplicaStatus status() {
        return core.status(0);
    }

    boolean leads() {
        return core.isLeader();
    }

    List<String> appliedTexts() {
        return applied.stream().map(Chain::text).filter(text -> !text.isEmpty()).toList();
    }
}
