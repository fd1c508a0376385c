package org.khazana.simulation.world;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.membership.MemberId;
import org.khazana.simulation.cluster.SimulatedMember;
import org.khazana.simulation.finality.Electorate;
import org.khazana.simulation.finality.Electors;
import org.khazana.simulation.finality.FinalityMember;
import org.khazana.simulation.finality.Liar;
import org.khazana.simulation.finality.Lie;
import org.khazana.simulation.finality.Post;
import org.khazana.simulation.finality.Stopped;
import org.khazana.simulation.finality.Told;
import org.khazana.simulation.network.NetworkSettings;
import org.khazana.simulation.network.SimulatedNetwork;
import org.khazana.simulation.property.FinalityProperties;
import org.khazana.simulation.property.Property;
import org.khazana.simulation.property.PropertyViolation;

/** Has members sign what they execute, and carries what they tell one another; consensus knows nothing of it. */
final class FinalityWork implements World.Applications {
    private static final long REMIND_MICROS = 500_000;
    private static final long SYNC_MICROS_MEAN = 2_000;
    private static final long SETTLING_MICROS = 3_000_000;
    private static final long CERTIFIED_WITHIN_MICROS = 20_000_000;
    private static final long LOOK_EVERY_MICROS = 200_000;

    private final World world;
    private final Electors electors;
    private final SplittableRandom chance;
    private final SimulatedNetwork network;
    private final FinalityProperties properties;
    private final int crashesPermille;
    private final SortedMap<MemberId, FinalityMember> members = new TreeMap<>();
    private boolean calm;

    /** @param crashesPermille so often a member dies when its record is durable and nothing was sent yet */
    FinalityWork(World world, Electors electors, int crashesPermille, SplittableRandom chance) {
        this.world = world;
        this.electors = electors;
        this.chance = chance;
        this.crashesPermille = crashesPermille;
        network = world.network().beside(chance.split());
        properties = new FinalityProperties(
                world::diskOf, id -> world.host(id).member().savedThrough());
    }

    FinalityProperties properties() {
        return properties;
    }

    FinalityMember member(Host host) {
        return members.computeIfAbsent(host.member().id(), this::newMember);
    }

    private FinalityMember newMember(MemberId id) {
        Lie lie = electors.lieOf(id);
        properties.joined(id, Electorate.keyOf(id), lie.signsTwice(), lie.executesWrongly());
        Post honest = postOf(id);
        Post post = lie.signsTwice() ? new Liar(id, honest, () -> othersThan(id), chance.split()) : honest;
        return new FinalityMember(id, electors.machineOf(id), properties, post);
    }

    private Collection<MemberId> othersThan(MemberId id) {
        List<MemberId> others = new ArrayList<>(world.hosts().keySet());
        others.remove(id);
        return others;
    }

    private Post postOf(MemberId from) {
        return new Post() {
            @Override
            public void tellAll(Told message) {
                othersThan(from).forEach(to -> send(from, to, message));
            }

            @Override
            public void tell(MemberId to, Told message) {
                send(from, to, message);
            }
        };
    }

    private void send(MemberId from, MemberId to, Told message) {
        for (long arrival : network.arrivalsMicros(world.schedule().nowMicros(), from, to)) {
            world.schedule()
                    .at(
                            arrival,
                            () -> world.find(to)
                                    .filter(host -> host.member().isRunning())
                                    .ifPresent(host -> {
                                        member(host).received(from, message);
                                        work(host);
                                    }));
        }
    }

    @Override
    public void started(SimulatedMember member) {
        Host host = world.host(member.id());
        guarded(host, () -> {
            member(host).start(member.disk().durable().lastIndex());
            return false;
        });
        work(host);
        remindLater(host, host.incarnation());
    }

    @Override
    public void crashed(SimulatedMember member) {
        Optional.ofNullable(members.get(member.id())).ifPresent(signer -> signer.crash(chance));
    }

    @Override
    public void applied(SimulatedMember member, LogEntry entry) {
        executed(world.host(member.id()));
    }

    @Override
    public void installed(SimulatedMember member, EntryMetadata last) {
        executed(world.host(member.id()));
    }

    private void executed(Host host) {
        member(host).executed();
        work(host);
    }

    private void remindLater(Host host, int incarnation) {
        world.schedule().in(REMIND_MICROS, () -> {
            if (host.isAlive(incarnation)) {
                if (!host.isPaused() && member(host).isRunning() && guarded(host, member(host)::remind)) {
                    sync(host, incarnation);
                }
                work(host);
                remindLater(host, incarnation);
            }
        });
    }

    private void work(Host host) {
        while (!host.isPaused() && host.member().isRunning() && member(host).hasWork()) {
            if (guarded(host, member(host)::begin)) {
                sync(host, host.incarnation());
            }
        }
    }

    private void sync(Host host, int incarnation) {
        world.schedule().in(SimulatedNetwork.exponential(SYNC_MICROS_MEAN, chance), () -> {
            if (host.isAlive(incarnation)) {
                endSync(host, incarnation);
            }
        });
    }

    private void endSync(Host host, int incarnation) {
        if (!member(host).isRunning()) {
            return;
        }
        long now = world.schedule().nowMicros();
        if (now < host.disk().stalledUntilMicros() || host.isPaused()) {
            sync(host, incarnation);
            return;
        }
        member(host).recordIsDurable();
        if (!calm && chance.nextInt(1000) < crashesPermille) {
            world.tell(host, "dies when the record of what it signs is durable");
            world.crash(host);
            return;
        }
        guarded(host, () -> {
            member(host).goOn();
            return false;
        });
        work(host);
    }

    /**
     * Who must stop does so when the event that shows it is over. In the calm at the end only a liar stops, who is told what it made up:
     * it is not missed by those who sign, and consensus shall find everybody there.
     */
    private boolean guarded(Host host, BooleanSupplier action) {
        try {
            return action.getAsBoolean();
        } catch (Stopped stopped) {
            world.tell(host, stopped.why());
            member(host).crash(chance);
            int incarnation = host.incarnation();
            world.schedule().in(0, () -> {
                if (host.isAlive(incarnation) && !calm) {
                    stop(host);
                }
            });
            return false;
        }
    }

    /** Sooner or later somebody sets it up anew; until then it is started again, and stops again. */
    private void stop(Host host) {
        if (chance.nextBoolean()) {
            setUpAnew(host);
        } else {
            world.crash(host);
        }
    }

    private void setUpAnew(Host host) {
        if (!world.atlas().canSpare(host.member().id())) {
            world.atlas().exceed();
        }
        world.replace(host);
    }

    /** Somebody puts an old copy of the record back, and perhaps of the state. */
    void restore(Host host) {
        if (host.member().isRunning()) {
            world.crash(host);
        }
        if (member(host).restoreRecord(chance)) {
            properties.restored(host.member().id());
            world.tell(host, "has an old record of what it signed");
        }
        if (chance.nextBoolean()) {
            host.member().restoreState(chance);
        }
    }

    /**
     * Faults have ended: everybody runs for a while, then operators look at who has stopped, has an old record, or comes to something
     * else than the others, and set each of them up anew.
     */
    void settle() {
        world.calmDown();
        network.change(NetworkSettings.HEALTHY);
        calm = true;
        world.heal(world.hosts().keySet());
        world.schedule().runUntil(world.schedule().nowMicros() + SETTLING_MICROS);
        for (Host host : List.copyOf(world.hosts().values())) {
            if (properties.isWrong(host.member().id()) || member(host).hasForgotten(properties)) {
                setUpAnew(host);
            }
        }
    }

    /** When enough are there to sign, the newest block that they all have must be certified by all who sign it. */
    void demandCertificates() {
        if (world.atlas().isExceeded()) {
            return;
        }
        world.network().healAll();
        world.heal(world.hosts().keySet());
        long end = world.schedule().nowMicros() + CERTIFIED_WITHIN_MICROS;
        long wanted = world.properties().committedIndex();
        while (world.schedule().nowMicros() < end) {
            world.schedule().runUntil(world.schedule().nowMicros() + LOOK_EVERY_MICROS);
            List<FinalityMember> present = honestOnes().stream()
                    .filter(member -> member.machine().newestHeight() >= wanted)
                    .toList();
            if (isCertified(present, wanted)) {
                return;
            }
        }
        List<FinalityMember> present = honestOnes();
        if (!present.isEmpty() && Electors.canCertify(present)) {
            throw new PropertyViolation(
                    Property.CERTIFIED_IN_THE_END, wanted + " is committed, and certified is " + present);
        }
    }

    private static boolean isCertified(List<FinalityMember> present, long wanted) {
        return !present.isEmpty()
                && present.stream()
                        .filter(Electors::signsNewest)
                        .allMatch(member -> member.certifiedHeight() >= wanted);
    }

    /** Those that are there now and have nothing wrong with them. */
    List<FinalityMember> honestOnes() {
        return world.hosts().values().stream()
                .filter(host -> host.member().isRunning()
                        && properties.isHonest(host.member().id()))
                .map(this::member)
                .toList();
    }
}
