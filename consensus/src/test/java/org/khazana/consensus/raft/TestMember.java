package org.khazana.consensus.raft;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.log.TermAndVote;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.membership.QuorumPolicy;

/** One core with a disk whose writes finish when the test says so. */
final class TestMember {

    /** What waits for the disk: a write, if any, and the messages that speak of it. */
    private record Waiting(Optional<DurableWrite> write, List<Outgoing> messages) {}

    final MemberId id;
    final InMemoryLog log;
    final List<LogEntry> applied = new ArrayList<>();
    final List<RaftEvent> events = new ArrayList<>();
    TermAndVote vote;
    boolean isDiskHeld;
    boolean isApplyHeld;
    Optional<ProposalOutcome> outcome = Optional.empty();

    private final QuorumPolicy policy;
    private final CoreSettings settings;
    private final ArrayDeque<Waiting> disk = new ArrayDeque<>();
    private final ArrayDeque<Outgoing> outbox = new ArrayDeque<>();
    private RaftCore core;

    TestMember(MemberId id, QuorumPolicy policy, CoreSettings settings, TermAndVote vote, List<LogEntry> entries) {
        this.id = id;
        this.policy = policy;
        this.settings = settings;
        this.vote = vote;
        this.log = new InMemoryLog(entries);
        this.core = newCore();
    }

    private RaftCore newCore() {
        return new RaftCore(id, policy, settings, Chain::create, new RecoveredState(vote, log, applied.size()), 7);
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
        applied.addAll(effects.committed());
        events.addAll(effects.events());
        if (effects.outcome().isPresent()) {
            outcome = effects.outcome();
        }
        if (!effects.committed().isEmpty() && !isApplyHeld) {
            step(nowMillis, new Input.Applied(applied.size()));
        }
        releaseDisk(nowMillis);
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
            write.termAndVote().ifPresent(stored -> vote = stored);
            write.truncateFrom().ifPresent(log::truncateFrom);
            log.append(write.entries());
            log.sync();
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
