package org.khazana.simulation.world;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.membership.QuorumPolicy;
import org.khazana.consensus.raft.CoreSettings;
import org.khazana.simulation.disk.DiskSettings;
import org.khazana.simulation.network.NetworkSettings;

/**
 * The character of one run, drawn from its seed. Runs differ more when each has only some of the faults, so every kind
 * is absent from many runs.
 *
 * @param chaosMillis virtual time with faults; calm follows
 * @param connectionsEnd whether members notice connections that end, because a process died or by themselves
 */
public record Swarm(
        QuorumPolicy policy,
        CoreSettings settings,
        NetworkSettings network,
        DiskSettings disk,
        ClockSettings clocks,
        FaultSettings faults,
        LoadSettings load,
        SnapshotSettings snapshots,
        long chaosMillis,
        boolean connectionsEnd) {
    private static final int MEMBERS_MAX = 9;
    private static final int LEDGERS_PERMILLE = 150;
    private static final int BEYOND_ATLAS_PERMILLE = 80;
    /** So much larger are blocks of transactions than entries of numbers. */
    private static final int LEDGER_SCALE = 32;

    public static Swarm draw(RandomGenerator chance) {
        boolean ledger = isOnIn(LEDGERS_PERMILLE, chance);
        CoreSettings settings = drawSettings(ledger ? LEDGER_SCALE : 1, chance);
        return new Swarm(
                drawPolicy(chance),
                settings,
                drawNetwork(settings.electionTimeoutMillis(), chance),
                drawDisk(chance),
                new ClockSettings(
                        isOnIn(500, chance) ? chance.nextInt(1, 200) : 0,
                        isOnIn(500, chance) ? chance.nextLong(1, 5_000) : 0),
                drawFaults(chance),
                new LoadSettings(
                        chance.nextInt(1, 5),
                        chance.nextLong(5_000, 200_000),
                        chance.nextInt(8, settings.entryBytesMax() / 4),
                        ledger),
                drawSnapshots(chance),
                chance.nextLong(6_000, 14_000),
                chance.nextBoolean());
    }

    private static SnapshotSettings drawSnapshots(RandomGenerator chance) {
        return new SnapshotSettings(
                isOnIn(700, chance) ? chance.nextLong(20_000, 2_000_000) : 0,
                chance.nextLong(1_000, 200_000),
                chance.nextLong(1_000, isOnIn(300, chance) ? 1_500_000 : 100_000),
                isOnIn(500, chance) ? chance.nextInt(1, 400) : 0);
    }

    private static CoreSettings drawSettings(int scale, RandomGenerator chance) {
        int heartbeat = chance.nextInt(40, 101);
        int entryBytesMax = scale * chance.nextInt(256, 2049);
        return new CoreSettings(
                chance.nextInt(10, 31),
                heartbeat,
                heartbeat * chance.nextInt(5, 11),
                entryBytesMax,
                scale * chance.nextInt(1, 4096),
                chance.nextInt(1, 9),
                entryBytesMax + scale * chance.nextInt(8192),
                entryBytesMax + scale * chance.nextInt(16_384),
                entryBytesMax + scale * chance.nextInt(8192),
                chance.nextInt(1, 100),
                chance.nextInt(0, isOnIn(500, chance) ? 5 : 50),
                chance.nextInt(0, 50));
    }

    private static FaultSettings drawFaults(RandomGenerator chance) {
        int likelihoodPermille = chance.nextInt(100, 700);
        List<FaultKind> kinds = new ArrayList<>();
        for (FaultKind kind : FaultKind.values()) {
            if (isOnIn(likelihoodPermille, chance)) {
                kinds.add(kind);
            }
        }
        return new FaultSettings(
                kinds,
                isOnIn(300, chance) ? chance.nextLong(30_000, 300_000) : chance.nextLong(100_000, 2_000_000),
                isOnIn(500, chance) ? chance.nextLong(1_000, 20_000) : chance.nextLong(20_000, 1_000_000),
                isOnIn(500, chance),
                isOnIn(BEYOND_ATLAS_PERMILLE, chance),
                isOnIn(400, chance) ? chance.nextLong(50_000, 1_000_000) : 0);
    }

    private static boolean isOnIn(int permille, RandomGenerator chance) {
        return chance.nextInt(1000) < permille;
    }

    private static QuorumPolicy drawPolicy(RandomGenerator chance) {
        SortedSet<MemberId> members = new TreeSet<>();
        int size = chance.nextInt(1, MEMBERS_MAX + 1);
        for (int number = 1; number <= size; number++) {
            members.add(new MemberId("m" + number, 1));
        }
        return MembershipWish.drawPolicy(members, chance);
    }

    /** In some runs messages take so long, measured by election timeouts, that elections get into each other's way. */
    private static NetworkSettings drawNetwork(int electionTimeoutMillis, RandomGenerator chance) {
        long delayMicrosMax = isOnIn(200, chance) ? 300L * electionTimeoutMillis : 30_000;
        return new NetworkSettings(
                chance.nextLong(50, 5_000),
                isOnIn(700, chance) ? chance.nextLong(100, delayMicrosMax) : 0,
                isOnIn(600, chance) ? chance.nextInt(1, 250) : 0,
                isOnIn(500, chance) ? chance.nextInt(1, 300) : 0,
                chance.nextBoolean(),
                isOnIn(400, chance) ? chance.nextInt(1, 100) : 0,
                chance.nextLong(100_000, 4_000_000));
    }

    private static DiskSettings drawDisk(RandomGenerator chance) {
        return new DiskSettings(
                chance.nextLong(50, 2_000),
                isOnIn(700, chance) ? chance.nextLong(100, 20_000) : 0,
                isOnIn(400, chance) ? chance.nextInt(1, 50) : 0,
                chance.nextLong(50_000, 800_000));
    }
}
