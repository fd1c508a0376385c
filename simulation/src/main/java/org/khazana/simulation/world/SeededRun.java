package org.khazana.simulation.world;

import java.util.Optional;
import java.util.SplittableRandom;
import org.khazana.simulation.cluster.CoreFactory;
import org.khazana.simulation.disk.StorageFactory;
import org.khazana.simulation.property.Property;
import org.khazana.simulation.property.PropertyViolation;

/** One seed, one run: everything in it follows from the seed, and the same seed gives the same run on every machine. */
public final class SeededRun {
    /**
     * What a run came to.
     *
     * @param digest of everything that happened, to compare two runs
     * @param steps of all cores together
     * @param committed entries in the one history
     * @param acknowledged proposals that a client was told are committed
     * @param effects transactions of a whole ledger that were carried out; 0 in runs without one
     * @param reached how often something rare happened
     */
    public record Report(
            long seed, long digest, long steps, long committed, int acknowledged, long effects, Reached reached) {}

    /**
     * A run that was played to be looked at.
     *
     * @param chart its last events as a sequence chart
     * @param failure empty when every property held
     */
    public record Replay(String chart, Optional<RunFailure> failure) {}

    private final long seed;
    private final String simulation;
    private final SplittableRandom chance;
    private final Swarm swarm;
    private final World world;
    private final Optional<Signing> signing;

    private SeededRun(long seed, CoreFactory cores, StorageFactory storages) {
        this.seed = seed;
        this.simulation = storages.simulation();
        this.chance = new SplittableRandom(seed);
        this.swarm = Swarm.draw(chance.split());
        this.world = new World(swarm, cores, storages, chance.split());
        this.signing = Optional.empty();
    }

    /** One in which members sign what they execute, and some of them lie or fail. */
    private SeededRun(long seed, CoreFactory cores) {
        this.seed = seed;
        this.simulation = "-pl simulation -am test -Dtest=SigningSimulation";
        this.chance = new SplittableRandom(seed);
        this.swarm = Swarm.draw(chance.split());
        Signing drawn = Signing.draw(swarm, chance.split());
        this.world = new World(swarm, cores, StorageFactory.inMemory(), drawn.electors()::newMachine, chance.split());
        this.signing = Optional.of(drawn);
    }

    /** The run of {@code seed} in which members sign what they execute. */
    public static Report playSigning(long seed, CoreFactory cores) {
        return new SeededRun(seed, cores).play();
    }

    /** The same once more, telling its last {@code eventsMax} events, whether it fails or not. */
    public static Replay replaySigning(long seed, CoreFactory cores, int eventsMax) {
        return new SeededRun(seed, cores).replay(eventsMax);
    }

    /**
     * Plays the run of {@code seed}.
     *
     * @throws RunFailure when a property is violated
     */
    public static Report play(long seed, CoreFactory cores) {
        return play(seed, cores, StorageFactory.inMemory());
    }

    /** The same over other storage, {@link #play(long, CoreFactory)}; it must draw nothing but from what it is handed. */
    public static Report play(long seed, CoreFactory cores, StorageFactory storages) {
        return new SeededRun(seed, cores, storages).play();
    }

    /** Plays it once more and tells its last {@code eventsMax} events, whether it fails or not. */
    public static Replay replay(long seed, CoreFactory cores, StorageFactory storages, int eventsMax) {
        return new SeededRun(seed, cores, storages).replay(eventsMax);
    }

    private Replay replay(int eventsMax) {
        world.trace().keep(eventsMax);
        Optional<RunFailure> failure = Optional.empty();
        try {
            play();
        } catch (RunFailure failed) {
            failure = Optional.of(failed);
        }
        return new Replay(world.trace().chart(), failure);
    }

    private Report play() {
        try {
            playToTheEnd();
        } catch (PropertyViolation violation) {
            throw new RunFailure(seed, simulation, swarm, violation, world.trace());
        } catch (RuntimeException fault) {
            throw new RunFailure(
                    seed, simulation, swarm, new PropertyViolation(Property.NO_FAULT, fault), world.trace());
        }
        return new Report(
                seed,
                world.trace().digest(),
                world.trace().steps(),
                world.properties().committedIndex(),
                world.properties().acknowledgedCount(),
                world.workload().effects(),
                world.reached());
    }

    private void playToTheEnd() {
        Faults faults = new Faults(world, chance.split());
        Administration administration = new Administration(world, chance.split());
        ClientHistory history = new ClientHistory(world);
        Clients clients = new Clients(world, history, chance.split());
        Reads reads = new Reads(world, history, chance.split());
        Calm calm = new Calm(world, clients, chance.split());
        BrokenConnections connections = new BrokenConnections(world, chance.split());
        Optional<FinalityFaults> finality = signing.map(drawn -> new FinalityFaults(world, drawn, chance.split()));
        finality.ifPresent(each -> world.listen(each.work()));
        world.listen(clients);
        world.listen(faults);
        world.listen(reads);
        if (world.swarm().connectionsEnd()) {
            world.listen(connections);
            connections.begin();
        }
        world.hosts().values().forEach(world::start);
        clients.begin();
        reads.begin();
        faults.begin();
        administration.begin();
        finality.ifPresent(FinalityFaults::begin);
        world.beginSaving();
        world.schedule().runUntil(world.swarm().chaosMillis() * 1_000);
        faults.end();
        connections.end();
        administration.end();
        clients.end();
        reads.end();
        finality.ifPresent(FinalityFaults::end);
        calm.demandAgreement();
        finality.ifPresent(FinalityFaults::judge);
        history.judge();
    }
}
