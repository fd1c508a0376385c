package org.khazana.simulation.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.membership.Configuration;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.message.TimeoutNow;
import org.khazana.consensus.raft.Input;
import org.khazana.consensus.raft.Outgoing;
import org.khazana.consensus.raft.ProposalOutcome;
import org.khazana.consensus.raft.ReadOutcome;
import org.khazana.consensus.raft.ReplicaStatus;
import org.khazana.simulation.cluster.ClusterShape;
import org.khazana.simulation.cluster.CoreFactory;
import org.khazana.simulation.cluster.Reaction;
import org.khazana.simulation.cluster.SimulatedMember;
import org.khazana.simulation.cluster.Workload;
import org.khazana.simulation.disk.DiskSettings;
import org.khazana.simulation.disk.SimulatedDisk;
import org.khazana.simulation.disk.StorageFactory;
import org.khazana.simulation.network.SimulatedNetwork;
import org.khazana.simulation.property.SafetyProperties;

/** Members, network, disks and time of one run: carries inputs to the cores and their effects to the world. */
final class World {
    private static final long APPLY_MICROS_MEAN = 400;
    private static final long WRITTEN_MICROS = 100;

    private final Swarm swarm;
    private final SplittableRandom chance;
    private final Schedule schedule = new Schedule();
    private final Trace trace = new Trace();
    private final SimulatedNetwork network;
    private final SafetyProperties properties;
    private final Workload workload;
    private final SortedMap<MemberId, Host> hosts = new TreeMap<>();
    private final List<Applications> listeners = new ArrayList<>();
    private DiskSettings disks;

    /** Hears what members apply. */
    interface Applications {
        void applied(SimulatedMember member, LogEntry entry);

        void crashed(SimulatedMember member);

        default void answered(ReadOutcome outcome) {}
    }

    World(Swarm swarm, CoreFactory cores, StorageFactory storages, SplittableRandom chance) {
        this.swarm = swarm;
        this.chance = chance;
        network = new SimulatedNetwork(swarm.network(), chance.split());
        disks = swarm.disk();
        SortedMap<MemberId, SimulatedDisk> diskOf = new TreeMap<>();
        Configuration founding = Configuration.of(swarm.policy());
        founding.members().forEach(id -> diskOf.put(id, new SimulatedDisk(founding)));
        workload = swarm.load().newWorkload();
        properties =
                new SafetyProperties(swarm.policy(), swarm.settings(), diskOf, workload::numbersIn, workload.repeats());
        ClusterShape shape = new ClusterShape(swarm.policy(), swarm.settings(), workload.entries());
        diskOf.forEach((id, disk) -> {
            SimulatedMember member = new SimulatedMember(
                    id, shape, cores, storages.create(id, founding), workload.newMachine(), disk, properties);
            hosts.put(id, drawHost(member));
        });
    }

    private Host drawHost(SimulatedMember member) {
        int drift = swarm.clocks().driftPermille();
        long skew = swarm.clocks().wallSkewMillis();
        HostClock clock = new HostClock(
                chance.nextLong(1_000_000),
                1_000 + chance.nextInt(-drift, drift + 1),
                chance.nextLong(-skew, skew + 1));
        return new Host(member, clock);
    }

    Swarm swarm() {
        return swarm;
    }

    Schedule schedule() {
        return schedule;
    }

    Trace trace() {
        return trace;
    }

    SimulatedNetwork network() {
        return network;
    }

    Workload workload() {
        return workload;
    }

    SafetyProperties properties() {
        return properties;
    }

    SortedMap<MemberId, Host> hosts() {
        return hosts;
    }

    Host host(MemberId id) {
        return Optional.ofNullable(hosts.get(id)).orElseThrow();
    }

    /** Somebody to suffer: as often as not one that leads or wants to, since most depends on those. */
    Host drawVictim(SplittableRandom from) {
        List<Host> all = new ArrayList<>(hosts.values());
        List<Host> leading = all.stream()
                .filter(host ->
                        host.member().isRunning() && host.member().status().role() != ReplicaStatus.RoleName.FOLLOWER)
                .toList();
        List<Host> drawn = leading.isEmpty() || from.nextBoolean() ? all : leading;
        return drawn.get(from.nextInt(drawn.size()));
    }

    void change(DiskSettings changed) {
        disks = changed;
    }

    void listen(Applications listener) {
        listeners.add(listener);
    }

    void start(Host host) {
        host.newIncarnation();
        host.member().start(host.clock().millis(schedule.nowMicros()), chance.nextLong());
        tell(new TraceEvent.Started(
                host.member().id(), host.member().disk().durable().last().id()));
        tick(host);
    }

    private void tick(Host host) {
        int incarnation = host.incarnation();
        give(host, new Input.Tick());
        if (isAlive(host, incarnation)) {
            schedule.in(swarm.settings().tickMillis() * 1_000L, () -> {
                if (isAlive(host, incarnation)) {
                    tick(host);
                }
            });
        }
    }

    void crash(Host host) {
        host.newIncarnation();
        SimulatedMember member = host.member();
        int unfinished = member.crash(chance);
        trace.digest(schedule.nowMicros(), unfinished, member.appliedIndex());
        tell(new TraceEvent.Crashed(
                member.id(), unfinished, member.disk().durable().last().id()));
        listeners.forEach(listener -> listener.crashed(member));
    }

    void resume(Host host) {
        tell(new TraceEvent.Happened(host.member().id(), "resumes"));
        int incarnation = host.incarnation();
        for (Input input : host.resume()) {
            if (isAlive(host, incarnation)) {
                give(host, input);
            }
        }
    }

    /** Mends the machines of these members, and starts them where they are down. */
    void heal(Set<MemberId> members) {
        for (MemberId id : members) {
            Host host = host(id);
            host.disk().mend();
            if (!host.member().isRunning()) {
                start(host);
            } else if (host.isPaused()) {
                resume(host);
            }
        }
    }

    /** Lets a running member handle {@code input} now, or when its pause ends. */
    Optional<ProposalOutcome> give(Host host, Input input) {
        if (host.isPaused()) {
            host.keep(input);
            return Optional.empty();
        }
        SimulatedMember member = host.member();
        Reaction reaction = member.step(host.clock().millis(schedule.nowMicros()), input);
        record(member, input, reaction);
        int messages = reaction.leaving().size();
        Optional<ArmedCrash> crash = host.armedCrash().filter(armed -> armed.strikesAt(reaction));
        int sent = crash.map(armed -> Math.min(armed.afterMessages(), messages)).orElse(messages);
        reaction.leaving().subList(0, sent).forEach(outgoing -> send(member.id(), outgoing));
        if (crash.isPresent()) {
            crash(host);
            return Optional.empty();
        }
        reaction.effects().reads().forEach(read -> listeners.forEach(listener -> listener.answered(read)));
        sync(host);
        apply(host);
        return reaction.effects().outcome();
    }

    private void record(SimulatedMember member, Input input, Reaction reaction) {
        trace.digest(
                schedule.nowMicros(),
                member.id().validator().hashCode(),
                input instanceof Input.Received received ? received.message().hashCode() : 0,
                reaction.leaving().hashCode(),
                reaction.effects().write().hashCode(),
                member.status().commitIndex());
        reaction.effects().events().forEach(event -> tell(new TraceEvent.Happened(member.id(), event)));
        reaction.effects().write().ifPresent(write -> tell(new TraceEvent.Happened(member.id(), write)));
        if (!reaction.effects().committed().isEmpty()) {
            tell(new TraceEvent.Committed(
                    member.id(), reaction.effects().committed().getLast().id()));
        }
    }

    private void send(MemberId from, Outgoing outgoing) {
        properties.speaks(from, outgoing);
        List<Long> arrivals = network.arrivalsMicros(schedule.nowMicros(), from, outgoing.to());
        if (arrivals.isEmpty()) {
            tell(new TraceEvent.Dropped(from, outgoing.to(), outgoing.message()));
        }
        Host to = host(outgoing.to());
        // A request to take over that came again much later would depose a leader at its own word.
        int copies = outgoing.message() instanceof TimeoutNow ? Math.min(1, arrivals.size()) : arrivals.size();
        for (long arrival : arrivals.subList(0, copies)) {
            schedule.at(arrival, () -> {
                if (to.member().isRunning()) {
                    tell(new TraceEvent.Arrived(from, outgoing.to(), outgoing.message()));
                    give(to, new Input.Received(from, outgoing.message()));
                }
            });
        }
    }

    /** One sync at a time; it covers all that is issued when it starts, as a log writer with group commit does. */
    private void sync(Host host) {
        SimulatedDisk disk = host.member().disk();
        if (host.isSyncing() || disk.pendingWrites() == 0) {
            return;
        }
        host.syncing(true);
        int covered = disk.pendingWrites();
        int incarnation = host.incarnation();
        schedule.in(syncMicros(), () -> endSync(host, covered, incarnation));
    }

    private void endSync(Host host, int covered, int incarnation) {
        if (!isAlive(host, incarnation)) {
            return;
        }
        long stalledUntil = host.disk().stalledUntilMicros();
        if (schedule.nowMicros() < stalledUntil) {
            schedule.at(stalledUntil, () -> endSync(host, covered, incarnation));
            return;
        }
        if (host.disk().fails(schedule.nowMicros())) {
            tell(new TraceEvent.Happened(host.member().id(), "fails to write, and stops"));
            crash(host);
            return;
        }
        host.syncing(false);
        Input written = host.member().completeWrites(covered);
        if (host.diesAt(ArmedCrash.Boundary.SYNCED)) {
            crash(host);
            return;
        }
        schedule.in(WRITTEN_MICROS, () -> {
            if (isAlive(host, incarnation)) {
                give(host, written);
            }
        });
        sync(host);
    }

    private long syncMicros() {
        long micros = disks.syncMicrosMin() + SimulatedNetwork.exponential(disks.syncMicrosMean(), chance);
        return chance.nextInt(1000) < disks.slowSyncsPermille() ? micros + disks.slowSyncMicros() : micros;
    }

    private void apply(Host host) {
        if (host.isApplying() || !host.member().hasUnapplied()) {
            return;
        }
        host.applying(true);
        int incarnation = host.incarnation();
        schedule.in(SimulatedNetwork.exponential(APPLY_MICROS_MEAN, chance), () -> {
            if (isAlive(host, incarnation)) {
                host.applying(false);
                LogEntry entry = host.member().applyNext();
                if (host.diesAt(ArmedCrash.Boundary.APPLIED)) {
                    crash(host);
                    return;
                }
                listeners.forEach(listener -> listener.applied(host.member(), entry));
                give(host, new Input.Applied(entry.index()));
                if (isAlive(host, incarnation)) {
                    apply(host);
                }
            }
        });
    }

    private boolean isAlive(Host host, int incarnation) {
        return host.incarnation() == incarnation && host.member().isRunning();
    }

    private void tell(TraceEvent event) {
        trace.tell(schedule.nowMicros(), event);
    }
}
