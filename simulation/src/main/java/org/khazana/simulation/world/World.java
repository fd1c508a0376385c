package org.khazana.simulation.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.membership.Configuration;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.message.TimeoutNow;
import org.khazana.consensus.raft.Input;
import org.khazana.consensus.raft.Outgoing;
import org.khazana.consensus.raft.ProposalOutcome;
import org.khazana.consensus.raft.RaftEvent;
import org.khazana.consensus.raft.ReadOutcome;
import org.khazana.consensus.raft.ReplicaStatus;
import org.khazana.simulation.cluster.CoreFactory;
import org.khazana.simulation.cluster.Machine;
import org.khazana.simulation.cluster.Reaction;
import org.khazana.simulation.cluster.SimulatedMember;
import org.khazana.simulation.cluster.Workload;
import org.khazana.simulation.disk.DiskSettings;
import org.khazana.simulation.disk.SimulatedDisk;
import org.khazana.simulation.disk.StorageFactory;
import org.khazana.simulation.network.NetworkSettings;
import org.khazana.simulation.network.SimulatedNetwork;
import org.khazana.simulation.property.SafetyProperties;

/** Members, network, disks and time of one run: carries inputs to the cores and their effects to the world. */
final class World {
    private final Swarm swarm;
    private final SplittableRandom chance;
    private final Schedule schedule = new Schedule();
    private final Trace trace = new Trace();
    private final SimulatedNetwork network;
    private final SafetyProperties properties;
    private final Workload workload;
    private final Newcomers newcomers;
    private final SortedMap<MemberId, SimulatedDisk> disks = new TreeMap<>();
    private final SortedMap<MemberId, Host> hosts = new TreeMap<>();
    private final List<Applications> listeners = new ArrayList<>();
    private final DiskWork diskWork;
    private final StateWork stateWork;
    private final SnapshotWork snapshotWork;
    private final FaultAtlas atlas;
    private Reached reached = Reached.NOTHING;
    private boolean handoversAreLost;

    /** Hears what members apply. */
    interface Applications {
        void applied(SimulatedMember member, LogEntry entry);

        void crashed(SimulatedMember member);

        /** A process has begun, and has done nothing yet. */
        default void started(SimulatedMember member) {}

        default void answered(ReadOutcome outcome) {}

        /** What lies before {@code last} will not be applied one by one. */
        default void installed(SimulatedMember member, EntryMetadata last) {}
    }

    World(Swarm swarm, CoreFactory cores, StorageFactory storages, SplittableRandom chance) {
        this(swarm, cores, storages, (member, machine) -> machine, chance);
    }

    /** @param machines makes of the workload's machine that of a member */
    World(
            Swarm swarm,
            CoreFactory cores,
            StorageFactory storages,
            BiFunction<MemberId, Machine, Machine> machines,
            SplittableRandom chance) {
        this.swarm = swarm;
        this.chance = chance;
        network = new SimulatedNetwork(swarm.network(), chance.split());
        workload = swarm.load().newWorkload();
        Configuration founding = Configuration.of(swarm.policy());
        properties = new SafetyProperties(founding, swarm.settings(), disks, workload::numbersIn, workload.repeats());
        newcomers = new Newcomers(swarm, cores, storages, workload, machines, properties, chance.split());
        atlas = new FaultAtlas(this);
        diskWork = new DiskWork(this, chance.split());
        stateWork = new StateWork(this, chance.split());
        snapshotWork = new SnapshotWork(this, chance.split());
        founding.members().forEach(this::join);
    }

    /** This machine is gone for good, and with it what its disks held. */
    void dismiss(Host host) {
        if (host.member().isRunning()) {
            crash(host);
        }
        host.newIncarnation();
        host.member().disk().damage();
        hosts.remove(host.member().id());
    }

    /** A machine with empty disks takes the place of this one: a new member, as it has promised nothing. */
    void replace(Host host) {
        MemberId lost = host.member().id();
        dismiss(host);
        start(join(new MemberId(lost.validator(), lost.directory() + 1)));
    }

    /** A machine for a new member, with empty disks; it does not run yet. */
    Host join(MemberId id) {
        SimulatedDisk disk = newcomers.newDisk();
        disks.put(id, disk);
        Host host = newcomers.newHost(id, disk);
        hosts.put(id, host);
        return host;
    }

    /** Of a member that is there, or was. */
    SimulatedDisk diskOf(MemberId id) {
        return Optional.ofNullable(disks.get(id)).orElseThrow();
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

    FaultAtlas atlas() {
        return atlas;
    }

    Reached reached() {
        return reached;
    }

    void reach(Reached something) {
        reached = reached.plus(something);
    }

    SortedMap<MemberId, Host> hosts() {
        return hosts;
    }

    Optional<Host> find(MemberId id) {
        return Optional.ofNullable(hosts.get(id));
    }

    Host host(MemberId id) {
        return find(id).orElseThrow();
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

    /** Network and disks are in good health from now on, and states are saved often. */
    void calmDown() {
        network.change(NetworkSettings.HEALTHY);
        network.healAll();
        diskWork.change(DiskSettings.HEALTHY);
        snapshotWork.change(SnapshotSettings.CALM);
    }

    void beginSaving() {
        snapshotWork.begin();
    }

    void listen(Applications listener) {
        listeners.add(listener);
    }

    void start(Host host) {
        host.newIncarnation();
        host.member().start(host.clock().millis(schedule.nowMicros()), chance.nextLong());
        tell(new TraceEvent.Started(
                host.member().id(), host.member().disk().durable().last().id()));
        if (host.member().status().isRecovering()) {
            reach(Reached.LOSS);
        }
        listeners.forEach(listener -> listener.started(host.member()));
        tick(host);
    }

    private void tick(Host host) {
        int incarnation = host.incarnation();
        give(host, new Input.Tick());
        diskWork.watch(host);
        if (host.isAlive(incarnation)) {
            schedule.in(swarm.settings().tickMillis() * 1_000L, () -> {
                if (host.isAlive(incarnation)) {
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
            if (host.isAlive(incarnation)) {
                give(host, input);
            }
        }
    }

    /** Mends the machines of these members, and starts them where they are down. */
    void heal(Set<MemberId> members) {
        for (MemberId id : members) {
            Host host = host(id);
            host.disk().mend(schedule.nowMicros());
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
        reaction.effects()
                .snapshotWanted()
                .filter(wanted -> member.hasWrittenAll())
                .ifPresent(wanted -> snapshotWork.fetch(host, wanted));
        diskWork.sync(host);
        stateWork.apply(host);
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
        for (RaftEvent event : reaction.effects().events()) {
            tell(new TraceEvent.Happened(member.id(), event));
            if (event instanceof RaftEvent.Recovered) {
                reach(Reached.READMISSION);
            }
        }
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
        // A request to take over that came again much later would depose a leader at its own word.
        int copies = outgoing.message() instanceof TimeoutNow ? Math.min(1, arrivals.size()) : arrivals.size();
        for (long arrival : arrivals.subList(0, copies)) {
            schedule.at(arrival, () -> arrive(from, outgoing));
        }
    }

    /** Requests to take over that are still under way are lost: from now on whoever leads shall go on leading. */
    void loseHandovers() {
        handoversAreLost = true;
    }

    private void arrive(MemberId from, Outgoing outgoing) {
        if (handoversAreLost && outgoing.message() instanceof TimeoutNow) {
            tell(new TraceEvent.Dropped(from, outgoing.to(), outgoing.message()));
            return;
        }
        find(outgoing.to()).filter(to -> to.member().isRunning()).ifPresent(to -> {
            tell(new TraceEvent.Arrived(from, outgoing.to(), outgoing.message()));
            give(to, new Input.Received(from, outgoing.message()));
        });
    }

    void applied(Host host, LogEntry entry) {
        listeners.forEach(listener -> listener.applied(host.member(), entry));
    }

    void installed(Host host, EntryMetadata last) {
        reach(Reached.INSTALL);
        listeners.forEach(listener -> listener.installed(host.member(), last));
    }

    void tell(Host host, Object what) {
        tell(new TraceEvent.Happened(host.member().id(), what));
    }

    private void tell(TraceEvent event) {
        trace.tell(schedule.nowMicros(), event);
    }
}
