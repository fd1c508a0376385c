package org.khazana.simulation.world;

import java.util.Optional;
import java.util.SplittableRandom;
import org.khazana.consensus.raft.Input;
import org.khazana.consensus.raft.ReplicaStatus.RoleName;
import org.khazana.consensus.runtime.DiskWatch;
import org.khazana.simulation.disk.DiskSettings;
import org.khazana.simulation.disk.SimulatedDisk;
import org.khazana.simulation.network.SimulatedNetwork;

/** Carries out what members write: in time, late, never, or not at all. */
final class DiskWork {
    private static final long WRITTEN_MICROS = 100;
    private static final long LOOK_AGAIN_MICROS = 50_000;

    private final World world;
    private final SplittableRandom chance;
    private final DiskWatch watch;
    private DiskSettings settings;

    DiskWork(World world, SplittableRandom chance) {
        this.world = world;
        this.chance = chance;
        this.settings = world.swarm().disk();
        long timeoutMillis = world.swarm().settings().electionTimeoutMillis();
        this.watch = new DiskWatch(2 * timeoutMillis, 10 * timeoutMillis, 20 * timeoutMillis);
    }

    void change(DiskSettings changed) {
        settings = changed;
    }

    /** One sync at a time; it covers all that is issued when it starts, as a log writer with group commit does. */
    void sync(Host host) {
        SimulatedDisk disk = host.member().disk();
        if (host.isSyncing() || disk.pendingWrites() == 0) {
            return;
        }
        host.syncing(true);
        host.disk().begins(world.schedule().nowMicros());
        int covered = disk.pendingWrites();
        int incarnation = host.incarnation();
        world.schedule().in(syncMicros(), () -> endSync(host, covered, incarnation));
    }

    private void endSync(Host host, int covered, int incarnation) {
        if (!host.isAlive(incarnation)) {
            return;
        }
        long now = world.schedule().nowMicros();
        long stalledUntil = host.disk().stalledUntilMicros();
        if (now < stalledUntil) {
            long again = Math.min(stalledUntil, now + LOOK_AGAIN_MICROS);
            world.schedule().at(again, () -> endSync(host, covered, incarnation));
            return;
        }
        if (host.disk().fails(now)) {
            world.tell(host, "fails to write, and stops");
            world.crash(host);
            return;
        }
        host.syncing(false);
        Input written = host.member().completeWrites(covered);
        if (host.diesAt(ArmedCrash.Boundary.SYNCED)) {
            world.crash(host);
            return;
        }
        world.schedule().in(WRITTEN_MICROS, () -> {
            if (host.isAlive(incarnation)) {
                world.give(host, written);
            }
        });
        sync(host);
    }

    /** A disk that is silent for too long takes leadership from its member, and in the end the process, too. */
    void watch(Host host) {
        if (!host.member().isRunning() || host.isPaused() || !host.isSyncing()) {
            return;
        }
        long now = world.schedule().nowMicros();
        long busyMillis = host.disk().busyMicros(now) / 1_000;
        if (watch.isFault(busyMillis)) {
            world.tell(host, "hears nothing from its disk, and stops");
            world.crash(host);
        } else if (host.member().status().role() == RoleName.LEADER
                && watch.wantsHandOver(busyMillis, host.disk().sinceHandOverMicros(now) / 1_000)) {
            host.disk().handsOver(now);
            world.give(host, new Input.HandOver(Optional.empty()));
        }
    }

    private long syncMicros() {
        long micros = settings.syncMicrosMin() + SimulatedNetwork.exponential(settings.syncMicrosMean(), chance);
        return chance.nextInt(1000) < settings.slowSyncsPermille() ? micros + settings.slowSyncMicros() : micros;
    }
}
