package org.khazana.simulation.world;

import java.util.SplittableRandom;
import org.khazana.simulation.cluster.CoreFactory;
import org.khazana.simulation.disk.StorageFactory;
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
     */
    public record Report(long seed, long digest, long steps, long committed, int acknowledged, long effects) {}

    private SeededRun() {}

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
        SplittableRandom chance = new SplittableRandom(seed);
        Swarm swarm = Swarm.draw(chance.split());
        World world = new World(swarm, cores, storages, chance.split());
        try {
            play(world, chance);
        } catch (PropertyViolation violation) {
            throw new RunFailure(seed, swarm, violation, world.trace().diagram());
        }
        Trace trace = world.trace();
        return new Report(
                seed,
                trace.digest(),
                trace.steps(),
                world.properties().committedIndex(),
                world.properties().acknowledgedCount(),
                world.workload().effects());
    }

    private static void play(World world, SplittableRandom chance) {
        Faults faults = new Faults(world, chance.split());
        Clients clients = new Clients(world, chance.split());
        Reads reads = new Reads(world, chance.split());
        Calm calm = new Calm(world, clients, chance.split());
        world.listen(clients);
        world.listen(faults);
        world.listen(reads);
        world.hosts().values().forEach(world::start);
        clients.begin();
        reads.begin();
        faults.begin();
        world.schedule().runUntil(world.swarm().chaosMillis() * 1_000);
        faults.end();
        clients.end();
        reads.end();
        calm.demandAgreement();
    }
}
