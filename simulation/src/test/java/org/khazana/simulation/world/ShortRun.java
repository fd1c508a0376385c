package org.khazana.simulation.world;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.khazana.consensus.membership.QuorumPolicy;
import org.khazana.consensus.raft.CoreSettings;
import org.khazana.simulation.cluster.CoreFactory;
import org.khazana.simulation.disk.DiskSettings;
import org.khazana.simulation.disk.StorageFactory;
import org.khazana.simulation.network.NetworkSettings;

/**
 * A few seconds of chaos in a small cluster, for whoever looks at every step: few proposals, no snapshots, no calm at the
 * end. All other faults happen, close together.
 */
public final class ShortRun {
    /** Losses of synced entries would be rare, as a cluster must always be able to spare the member. */
    private static final int LOSSES_PERMILLE = 400;

    private ShortRun() {}

    /**
     * Plays the run of {@code seed} in a cluster that begins with {@code policy}.
     *
     * @throws org.khazana.simulation.property.PropertyViolation when one is violated
     */
    public static void play(long seed, QuorumPolicy policy, CoreFactory cores) {
        SplittableRandom chance = new SplittableRandom(seed);
        World world = new World(draw(policy, chance.split()), cores, StorageFactory.inMemory(), chance.split());
        Faults faults = new Faults(world, chance.split());
        ClientHistory history = new ClientHistory(world);
        Clients clients = new Clients(world, history, chance.split());
        Reads reads = new Reads(world, history, chance.split());
        BrokenConnections connections = new BrokenConnections(world, chance.split());
        world.listen(clients);
        world.listen(faults);
        world.listen(reads);
        world.listen(connections);
        world.hosts().values().forEach(world::start);
        clients.begin();
        reads.begin();
        faults.begin();
        connections.begin();
        new Administration(world, chance.split()).begin();
        world.schedule().runUntil(world.swarm().chaosMillis() * 1_000);
    }

    private static Swarm draw(QuorumPolicy policy, RandomGenerator chance) {
        CoreSettings settings = drawSettings(chance);
        return new Swarm(
                policy,
                settings,
                new NetworkSettings(
                        chance.nextLong(50, 5_000),
                        isOnIn(700, chance) ? chance.nextLong(100, 100L * settings.electionTimeoutMillis()) : 0,
                        isOnIn(500, chance) ? chance.nextInt(1, 200) : 0,
                        isOnIn(500, chance) ? chance.nextInt(1, 300) : 0,
                        chance.nextBoolean(),
                        isOnIn(400, chance) ? chance.nextInt(1, 100) : 0,
                        chance.nextLong(100_000, 2_000_000)),
                new DiskSettings(
                        chance.nextLong(50, 2_000),
                        isOnIn(800, chance) ? chance.nextLong(100, 40_000) : 0,
                        isOnIn(400, chance) ? chance.nextInt(1, 50) : 0,
                        chance.nextLong(50_000, 400_000)),
                new ClockSettings(isOnIn(500, chance) ? chance.nextInt(1, 200) : 0, 0),
                drawFaults(chance),
                new LoadSettings(1, chance.nextLong(200_000, 1_000_000), settings.entryBytesMax() / 4, false),
                new SnapshotSettings(0, 1, 1, 0),
                chance.nextLong(4_000, 10_000),
                true);
    }

    private static CoreSettings drawSettings(RandomGenerator chance) {
        int heartbeatMillis = chance.nextInt(30, 61);
        return new CoreSettings(
                chance.nextInt(10, 21),
                heartbeatMillis,
                heartbeatMillis * chance.nextInt(5, 8),
                256,
                chance.nextInt(1, 2048),
                chance.nextInt(1, 9),
                chance.nextInt(256, 4096),
                chance.nextInt(256, 8192),
                chance.nextInt(256, 4096),
                chance.nextInt(1, 100),
                0,
                chance.nextInt(0, 20));
    }

    private static FaultSettings drawFaults(RandomGenerator chance) {
        int likelihoodPermille = chance.nextInt(100, 800);
        List<FaultKind> kinds = new ArrayList<>();
        for (FaultKind kind : FaultKind.values()) {
            if (isOnIn(likelihoodPermille, chance)) {
                kinds.add(kind);
            }
        }
        if (isOnIn(LOSSES_PERMILLE, chance)) {
            kinds.add(FaultKind.LOSS);
        }
        return new FaultSettings(
                kinds,
                chance.nextLong(100_000, 1_000_000),
                chance.nextLong(1_000, 300_000),
                false,
                isOnIn(200, chance),
                isOnIn(600, chance) ? chance.nextLong(100_000, 1_000_000) : 0);
    }

    private static boolean isOnIn(int permille, RandomGenerator chance) {
        return chance.nextInt(1000) < permille;
    }
}
