package org.khazana.simulation.transcript;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.khazana.consensus.log.EntryContent;
import org.khazana.consensus.log.EntryId;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.log.EntryOrigin;
import org.khazana.consensus.log.HardState;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.log.Term;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.raft.DurableWrite;
import org.khazana.consensus.raft.Input;
import org.khazana.consensus.raft.Outgoing;
import org.khazana.consensus.raft.RaftEvent;
import org.khazana.consensus.raft.ReadOutcome;
import org.khazana.consensus.raft.SnapshotWanted;
import org.khazana.simulation.cluster.ClusterShape;
import org.khazana.simulation.cluster.CoreFactory;
import org.khazana.simulation.cluster.Names;
import org.khazana.simulation.cluster.NumberWorkload;
import org.khazana.simulation.cluster.Reaction;
import org.khazana.simulation.cluster.SimulatedEntries;
import org.khazana.simulation.cluster.SimulatedMember;
import org.khazana.simulation.cluster.Snapshot;
import org.khazana.simulation.cluster.Wording;
import org.khazana.simulation.disk.InMemoryStorage;
import org.khazana.simulation.disk.SimulatedDisk;
import org.khazana.simulation.disk.SimulatedLog;
import org.khazana.simulation.property.SafetyProperties;
import org.khazana.simulation.transcript.Flights.Flight;

/** Members whose every message, write and passing of time is decided by a transcript. */
final class Stage {
    private static final long WALL_CLOCK_START_MILLIS = 1_000;

    private final SortedMap<MemberId, SimulatedMember> members = new TreeMap<>();
    private final SortedMap<MemberId, InMemoryStorage> storages = new TreeMap<>();
    private final Map<MemberId, Long> clocksMillis = new HashMap<>();
    private final Flights flights = new Flights();
    private final SortedMap<MemberId, SnapshotWanted> wantedSnapshots = new TreeMap<>();
    private final SortedMap<MemberId, Snapshot> fetchedSnapshots = new TreeMap<>();
    private final List<String> happened = new ArrayList<>();
    private final ClusterShape shape;
    private final SafetyProperties properties;

    Stage(Cast cast) {
        shape = new ClusterShape(cast.founding().voters(), cast.settings(), new SimulatedEntries());
        SortedMap<MemberId, SimulatedDisk> disks = new TreeMap<>();
        cast.everybody().forEach(id -> disks.put(id, new SimulatedDisk(cast.founding())));
        properties = new SafetyProperties(
                cast.founding(), shape.settings(), disks, SimulatedEntries::proposalNumbers, false);
        NumberWorkload numbers = new NumberWorkload(Long.BYTES);
        disks.forEach((id, disk) -> {
            InMemoryStorage storage = new InMemoryStorage(cast.founding());
            storages.put(id, storage);
            members.put(
                    id,
                    new SimulatedMember(
                            id, shape, CoreFactory.real(), storage, numbers.newMachine(), disk, properties));
        });
        members.keySet().forEach(this::start);
    }

    List<MemberId> members() {
        return List.copyOf(members.keySet());
    }

    SimulatedMember member(MemberId id) {
        return Optional.ofNullable(members.get(id)).orElseThrow();
    }

    int tickMillis() {
        return shape.settings().tickMillis();
    }

    long wallClockMillis() {
        return WALL_CLOCK_START_MILLIS + Collections.max(clocksMillis.values());
    }

    void tell(String what) {
        happened.add(Names.shortened(what));
    }

    List<String> takeHappened() {
        List<String> taken = List.copyOf(happened);
        happened.clear();
        return taken;
    }

    void start(MemberId id) {
        clocksMillis.merge(id, 0L, Long::sum);
        member(id).start(clock(id), 1);
        give(id, new Input.Tick());
    }

    void crash(MemberId id) {
        member(id).crash(new NothingSurvives());
        tellDurable(id);
    }

    /** Lays entries of these terms on the disk, as some earlier leaders may have left them, and restarts the member. */
    void given(MemberId id, List<Long> terms, long storedTerm) {
        member(id).crash(new NothingSurvives());
        SimulatedDisk disk = member(id).disk();
        InMemoryStorage storage = Optional.ofNullable(storages.get(id)).orElseThrow();
        EntryMetadata parent = SimulatedLog.GENESIS;
        List<LogEntry> entries = new ArrayList<>();
        for (long term : terms) {
            EntryId entry = new EntryId(new Term(term), parent.index() + 1);
            entries.add(shape.entries()
                    .create(
                            new EntryOrigin(
                                    entry,
                                    parent,
                                    entry.index(),
                                    new MemberId("earlier", 1),
                                    disk.durable().configurationAt(0)),
                            EntryContent.NOTHING));
            parent = entries.getLast().metadata();
        }
        HardState hardState = new HardState(new Term(storedTerm), Optional.empty(), false);
        DurableWrite write = new DurableWrite(
                1, Optional.of(hardState), Optional.empty(), OptionalLong.empty(), entries, OptionalLong.empty());
        disk.issue(write);
        disk.completeOldest();
        storage.issue(write);
        storage.sync(1);
        properties.madeDurable(id);
        start(id);
    }

    /** Time passes for one member, tick by tick. */
    List<RaftEvent> pass(MemberId id, int millis) {
        List<RaftEvent> events = new ArrayList<>();
        for (int passed = 0; passed < millis; passed += tickMillis()) {
            clocksMillis.merge(id, (long) tickMillis(), Long::sum);
            events.addAll(give(id, new Input.Tick()).effects().events());
        }
        return events;
    }

    void write(MemberId id, int writes) {
        if (writes > 0) {
            Input.Written written = member(id).completeWrites(writes);
            tell(id + " has written ticket " + written.ticket());
            give(id, written);
        }
    }

    /** Saves the state for others to fetch, so that the log may forget what lies before. */
    void save(MemberId id) {
        Snapshot saved = member(id).saveState().orElseThrow();
        tell(id + " saves its state after " + saved.last().id());
        give(id, member(id).keep(saved));
    }

    /** This member has got all of the snapshot that it wanted last, if that can still be had; it does not use it yet. */
    void fetch(MemberId id) {
        Optional.ofNullable(wantedSnapshots.remove(id))
                .flatMap(wanted -> member(wanted.offeredBy())
                        .snapshot()
                        .filter(newest -> newest.last().equals(wanted.last())))
                .ifPresent(snapshot -> {
                    fetchedSnapshots.put(id, snapshot);
                    tell(id + " has fetched the snapshot of " + snapshot.last().id());
                });
    }

    /** This member switches to what it has fetched last, if that is news to it. */
    void install(MemberId id) {
        Optional.ofNullable(fetchedSnapshots.remove(id))
                .flatMap(snapshot -> member(id).install(snapshot))
                .ifPresent(installed -> give(id, installed));
    }

    /** Disks work and messages travel, among these, until nothing is left to do. */
    void settle(List<MemberId> among) {
        boolean busy = true;
        while (busy) {
            busy = false;
            for (MemberId id : among) {
                int writes = member(id).isRunning() ? member(id).disk().pendingWrites() : 0;
                write(id, writes);
                busy |= writes > 0;
            }
            List<Flight> arriving = flights.take(
                    flight -> among.contains(flight.from()) && among.contains(flight.to()), Long.MAX_VALUE);
            arriving.forEach(this::arrive);
            busy |= !arriving.isEmpty();
        }
    }

    /** One step, and at once whatever it leads to except messages and disk. */
    Reaction give(MemberId id, Input input) {
        Reaction reaction = member(id).step(clock(id), input);
        reaction.effects().events().forEach(event -> tell(id + " " + Wording.of(event)));
        reaction.effects().write().ifPresent(write -> tell(id + " writes " + Wording.of(write)));
        for (Outgoing outgoing : reaction.leaving()) {
            properties.speaks(id, outgoing);
            Flight flight = new Flight(id, outgoing.to(), outgoing.message());
            flights.add(flight);
            tell(flight.toString());
        }
        reaction.effects().reads().forEach(read -> tell(id + " " + worded(read)));
        reaction.effects().snapshotWanted().ifPresent(wanted -> {
            wantedSnapshots.put(id, wanted);
            tell(id + " wants the snapshot of " + wanted.last().id() + " from " + wanted.offeredBy());
        });
        apply(id);
        return reaction;
    }

    private static String worded(ReadOutcome read) {
        return switch (read) {
            case ReadOutcome.Ready ready -> "may answer read " + ready.id().number() + " from index " + ready.index();
            case ReadOutcome.NoLeader none -> "cannot answer read " + none.id().number() + ": no leader";
            case ReadOutcome.Overloaded full ->
                "cannot answer read " + full.id().number() + ": too many wait";
        };
    }

    private void apply(MemberId id) {
        List<LogEntry> applied = new ArrayList<>();
        while (member(id).hasUnapplied()) {
            applied.add(member(id).applyNext());
        }
        if (!applied.isEmpty()) {
            LogEntry last = applied.getLast();
            tell(id + " applies "
                    + (applied.size() == 1 ? "" : applied.getFirst().id() + " to ")
                    + last.id());
            give(id, new Input.Applied(last.index()));
        }
    }

    Flights flights() {
        return flights;
    }

    void arrive(Flight flight) {
        if (member(flight.to()).isRunning()) {
            give(flight.to(), new Input.Received(flight.from(), flight.message()));
        }
    }

    void tellStatus(MemberId id) {
        tell(id + ": " + (member(id).isRunning() ? Wording.of(member(id).status()) : "down"));
    }

    private void tellDurable(MemberId id) {
        SimulatedDisk disk = member(id).disk();
        tell(id + " is down; its disk holds term " + disk.durableVote().term() + ", last "
                + disk.durable().last().id());
    }

    private long clock(MemberId id) {
        return clocksMillis.getOrDefault(id, 0L);
    }

    /** Chance that always draws the least, so that no unfinished write survives a crash. */
    private static final class NothingSurvives implements RandomGenerator {
        @Override
        public long nextLong() {
            return 0;
        }

        @Override
        public int nextInt(int bound) {
            return 0;
        }

        @Override
        public long nextLong(long origin, long bound) {
            return bound - 1;
        }
    }
}
