package org.khazana.simulation.cluster;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.port.LogReader;
import org.khazana.consensus.raft.DurableWrite;
import org.khazana.consensus.raft.Effects;
import org.khazana.consensus.raft.Input;
import org.khazana.consensus.raft.Outgoing;
import org.khazana.consensus.raft.RecoveredState;
import org.khazana.consensus.raft.ReplicaStatus;
import org.khazana.simulation.cluster.CoreFactory.Origin;
import org.khazana.simulation.disk.MemberStorage;
import org.khazana.simulation.disk.Opening;
import org.khazana.simulation.disk.SimulatedDisk;
import org.khazana.simulation.property.Property;
import org.khazana.simulation.property.PropertyViolation;
import org.khazana.simulation.property.SafetyProperties;
import org.khazana.simulation.property.Step;

/**
 * One member as the runtime would run it: steps its core, hands writes to the disk, holds back messages until the bytes
 * behind them are durable, applies what is committed. Who calls decides when each of these happens.
 */
public final class SimulatedMember {
    private record Held(long ticket, Outgoing outgoing) {}

    /** What dies in a crash. */
    private static final class Incarnation {
        private final Core core;
        private final Deque<Held> held = new ArrayDeque<>();
        private final Deque<LogEntry> unapplied = new ArrayDeque<>();
        private ReplicaStatus status;
        private long unappliedBytes;
        private long issuedTicket;
        private long writtenTicket;

        private Incarnation(Core core, ReplicaStatus status) {
            this.core = core;
            this.status = status;
        }
    }

    private final MemberId id;
    private final ClusterShape shape;
    private final CoreFactory cores;
    private final MemberStorage storage;
    private final Machine machine;
    private final SimulatedDisk disk;
    private final SafetyProperties properties;
    private Optional<Incarnation> process = Optional.empty();
    private long appliedIndex;
    private long appliedDurablyIndex;
    private Optional<Snapshot> snapshot = Optional.empty();
    private Optional<Snapshot> standsOn = Optional.empty();

    /** A member that does not run yet; {@code disk} is where the properties see what {@code storage} must hold. */
    public SimulatedMember(
            MemberId id,
            ClusterShape shape,
            CoreFactory cores,
            MemberStorage storage,
            Machine machine,
            SimulatedDisk disk,
            SafetyProperties properties) {
        this.id = id;
        this.shape = shape;
        this.cores = cores;
        this.storage = storage;
        this.machine = machine;
        this.disk = disk;
        this.properties = properties;
    }

    public MemberId id() {
        return id;
    }

    public SimulatedDisk disk() {
        return disk;
    }

    public boolean isRunning() {
        return process.isPresent();
    }

    /** Of the running process. */
    public ReplicaStatus status() {
        return running().status;
    }

    public long appliedIndex() {
        return appliedIndex;
    }

    /** What a client is told whose proposal of this number was just applied here. */
    public List<Long> answer(long number) {
        return machine.answer(number);
    }

    /** What a client sees that looks here for the proposal of this number. */
    public List<Long> look(long number) {
        return machine.look(number);
    }

    /** The whole state of its state machine. */
    public String machineState() {
        return machine.state();
    }

    /** Starts a process on what the storage holds. */
    public void start(long nowMillis, long seed) {
        Opening.Recovered found = open();
        disk.recovered(found).ifPresent(wrong -> {
            throw new PropertyViolation(Property.RECOVERY_LEGAL, id + ": " + wrong);
        });
        properties.madeDurable(id);
        goOnAfterSnapshot(found.log());
        RecoveredState recovered =
                new RecoveredState(found.hardState(), found.log(), appliedIndex, snapshot.map(Snapshot::last));
        Core core = startCore(new Origin(id, shape.settings(), shape.entries(), recovered, seed));
        ReplicaStatus status = core.status(nowMillis);
        process = Optional.of(new Incarnation(core, status));
        properties.started(id, status, appliedIndex);
    }

    private Opening.Recovered open() {
        return switch (storage.open()) {
            case Opening.Recovered found -> found;
            case Opening.Refused refused ->
                throw new PropertyViolation(
                        Property.RECOVERY_LEGAL, id + " refuses storage that nobody damaged: " + refused.reason());
        };
    }

    /** The process died after the state had become that of a snapshot, and before the log began anew after it. */
    private void goOnAfterSnapshot(LogReader log) {
        Optional<Snapshot> missing = standsOn.filter(
                        installed -> log.base().index() < installed.last().index())
                .filter(installed -> !log.metadata(installed.last().index()).equals(Optional.of(installed.last())));
        missing.ifPresent(installed -> {
            DurableWrite restart = new DurableWrite(
                    0,
                    Optional.empty(),
                    Optional.of(new DurableWrite.Restart(installed.last(), installed.configuration())),
                    OptionalLong.empty(),
                    List.of(),
                    OptionalLong.empty());
            disk.issue(restart);
            storage.issue(restart);
            completeWrites(1);
        });
    }

    private Core startCore(Origin origin) {
        try {
            return cores.start(origin);
        } catch (RuntimeException | AssertionError fault) {
            throw new PropertyViolation(Property.NO_FAULT, fault);
        }
    }

    /**
     * Power loss: what was not synced may be lost; the state machine may fall back, as its writes are not synced.
     *
     * @return the number of unfinished writes, which may be lost whole or in part
     */
    public int crash(RandomGenerator chance) {
        process = Optional.empty();
        int unfinished = disk.pendingWrites();
        storage.crash(chance);
        appliedIndex = chance.nextLong(appliedDurablyIndex, appliedIndex + 1);
        appliedDurablyIndex = appliedIndex;
        machine.fallBackTo(appliedIndex);
        properties.crashed(id);
        return unfinished;
    }

    /** Something that was synced is lost while the process is down; says what, or nothing if there was nothing to lose. */
    public Optional<String> loseSynced(RandomGenerator chance) {
        Optional<String> lost = storage.damage(chance);
        lost.ifPresent(what -> disk.damage());
        return lost;
    }

    /** An old copy of the state is put back while the process is down, with whatever the log still has after it. */
    public void restoreState(RandomGenerator chance) {
        long oldest = Math.max(disk.durable().base().index(), savedThrough());
        if (oldest < appliedIndex) {
            appliedIndex = chance.nextLong(oldest, appliedIndex + 1);
            appliedDurablyIndex = appliedIndex;
            machine.fallBackTo(appliedIndex);
        }
    }

    /** One step of the core. Its write is issued; the messages that may leave are returned, for the caller to send. */
    public Reaction step(long nowMillis, Input input) {
        Incarnation running = running();
        List<Outgoing> leaving = new ArrayList<>();
        if (input instanceof Input.Written written) {
            running.writtenTicket = written.ticket();
            while (!running.held.isEmpty() && running.held.peek().ticket() <= written.ticket()) {
                leaving.add(running.held.remove().outgoing());
            }
        }
        ReplicaStatus before = running.status;
        Effects effects = stepCore(running, nowMillis, input);
        effects.write().ifPresent(write -> issue(running, before, write));
        ReplicaStatus after = running.core.status(nowMillis);
        running.status = after;
        properties.stepped(new Step(id, before, input, effects, after));
        leaving.addAll(effects.sendNow());
        for (Outgoing outgoing : effects.sendWhenWritten()) {
            if (running.issuedTicket <= running.writtenTicket) {
                leaving.add(outgoing);
            } else {
                running.held.add(new Held(running.issuedTicket, outgoing));
            }
        }
        for (LogEntry entry : effects.committed()) {
            if (entry.index() > appliedIndex) {
                running.unapplied.add(entry);
                running.unappliedBytes += entry.payload().size();
            }
        }
        properties.handed(running.unappliedBytes);
        return new Reaction(effects, leaving);
    }

    private static Effects stepCore(Incarnation running, long nowMillis, Input input) {
        try {
            return running.core.step(nowMillis, input);
        } catch (RuntimeException | AssertionError fault) {
            throw new PropertyViolation(Property.NO_FAULT, fault);
        }
    }

    private void issue(Incarnation running, ReplicaStatus before, DurableWrite write) {
        if (write.ticket() != running.issuedTicket + 1) {
            throw new PropertyViolation(
                    Property.DURABLE_BEFORE_SPEAKING,
                    id + " issues ticket " + write.ticket() + " after " + running.issuedTicket);
        }
        running.issuedTicket = write.ticket();
        properties.writing(id, before, write);
        disk.issue(write);
        storage.issue(write);
    }

    /** Makes up to {@code writes} of the oldest unfinished writes durable; the core hears of it by the input returned. */
    public Input.Written completeWrites(int writes) {
        storage.sync(writes);
        long ticket = 0;
        for (int completed = 0; completed < writes; completed++) {
            ticket = disk.completeOldest().ticket();
            properties.madeDurable(id);
        }
        return new Input.Written(ticket);
    }

    public boolean hasUnapplied() {
        return process.isPresent() && !running().unapplied.isEmpty();
    }

    /** Applies the next entry; the core hears of it by {@link Input.Applied}. */
    public LogEntry applyNext() {
        LogEntry entry = running().unapplied.remove();
        running().unappliedBytes -= entry.payload().size();
        machine.apply(entry);
        appliedIndex = entry.index();
        return entry;
    }

    /** Whether all that was issued is durable. */
    public boolean hasWrittenAll() {
        return running().issuedTicket <= running().writtenTicket;
    }

    // ---- snapshots

    /** The newest snapshot that others can fetch here. */
    public Optional<Snapshot> snapshot() {
        return snapshot;
    }

    /** The last entry whose effects a durable state holds; 0 if there is none. */
    public long savedThrough() {
        return snapshot.map(saved -> saved.last().index()).orElse(0L);
    }

    /** The state as it is now; empty where the log has lost the entry that it ends with. */
    public Optional<Snapshot> saveState() {
        return disk.issued()
                .known(appliedIndex)
                .map(last -> new Snapshot(last, disk.issued().configurationAt(appliedIndex), machine.save()));
    }

    /** A saved state is durable now, and so is what it holds; the core hears of it by the input returned. */
    public Input.SnapshotTaken keep(Snapshot saved) {
        snapshot = Optional.of(saved);
        appliedDurablyIndex = Math.max(appliedDurablyIndex, saved.last().index());
        properties.savedState(id, saved.last(), saved.configuration());
        return new Input.SnapshotTaken(saved.last());
    }

    /**
     * Switches to a fetched state, durably and at once; the core hears of it by the input returned. Empty when the own
     * state has got further meanwhile.
     */
    public Optional<Input.SnapshotInstalled> install(Snapshot fetched) {
        EntryMetadata last = fetched.last();
        if (last.index() <= appliedIndex) {
            return Optional.empty();
        }
        machine.install(last.index(), fetched.state());
        appliedIndex = last.index();
        appliedDurablyIndex = last.index();
        snapshot = Optional.of(fetched);
        standsOn = Optional.of(fetched);
        Incarnation running = running();
        running.unapplied.removeIf(entry -> entry.index() <= last.index());
        running.unappliedBytes = running.unapplied.stream()
                .mapToLong(entry -> entry.payload().size())
                .sum();
        properties.savedState(id, last, fetched.configuration());
        return Optional.of(new Input.SnapshotInstalled(last, fetched.configuration()));
    }

    private Incarnation running() {
        return process.orElseThrow(() -> new IllegalStateException(id + " is down"));
    }
}
