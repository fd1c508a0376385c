package org.khazana.simulation.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.khazana.consensus.raft.Input;
import org.khazana.consensus.raft.SnapshotWanted;
import org.khazana.simulation.cluster.SimulatedMember;
import org.khazana.simulation.cluster.Snapshot;
import org.khazana.simulation.network.SimulatedNetwork;

/** Saves states, so that logs may forget what lies before, and fetches saved ones for members that are behind. */
final class SnapshotWork {
    private static final long TOLD_MICROS = 500;

    private final World world;
    private final SplittableRandom chance;
    private SnapshotSettings settings;
    private int plan;

    SnapshotWork(World world, SplittableRandom chance) {
        this.world = world;
        this.chance = chance;
        this.settings = world.swarm().snapshots();
    }

    /** From now on states are saved so often. */
    void change(SnapshotSettings changed) {
        settings = changed;
        begin();
    }

    void begin() {
        plan++;
        if (settings.everyMicrosMean() > 0) {
            planNext(plan);
        }
    }

    private void planNext(int ofPlan) {
        world.schedule().in(exponential(settings.everyMicrosMean()), () -> {
            if (ofPlan == plan) {
                List<Host> hosts = new ArrayList<>(world.hosts().values());
                save(hosts.get(chance.nextInt(hosts.size())));
                planNext(ofPlan);
            }
        });
    }

    /** The state is saved as it is now; it takes a while until that is durable. */
    private void save(Host host) {
        if (!host.member().isRunning() || host.isPaused()) {
            return;
        }
        int incarnation = host.incarnation();
        Optional<Snapshot> saved = host.member().saveState().filter(state -> isNews(host.member(), state));
        saved.ifPresent(state -> world.schedule().in(exponential(settings.saveMicrosMean()), () -> {
            if (host.isAlive(incarnation) && isNews(host.member(), state)) {
                Input taken = host.member().keep(state);
                world.tell(host, "has saved its state after " + state.last().id());
                tellOrDie(host, taken);
            }
        }));
    }

    private static boolean isNews(SimulatedMember member, Snapshot state) {
        return member.snapshot()
                .filter(kept -> kept.last().index() >= state.last().index())
                .isEmpty();
    }

    /** The core wants a state that another member has; it asks again if this one comes to nothing. */
    void fetch(Host host, SnapshotWanted wanted) {
        if (host.isFetching()) {
            return;
        }
        host.fetching(true);
        int incarnation = host.incarnation();
        world.schedule().in(exponential(settings.fetchMicrosMean()), () -> {
            Optional<Snapshot> fetched = offered(host, wanted);
            if (!host.isAlive(incarnation)) {
                return;
            }
            if (fetched.isEmpty()) {
                host.fetching(false);
                return;
            }
            world.tell(host, "has fetched the state after " + wanted.last().id());
            world.schedule()
                    .in(exponential(settings.fetchMicrosMean()), () -> install(host, fetched.get(), incarnation));
        });
    }

    private Optional<Snapshot> offered(Host host, SnapshotWanted wanted) {
        boolean hear = !world.network().isCut(wanted.offeredBy(), host.member().id())
                && !world.network().isCut(host.member().id(), wanted.offeredBy());
        return world.find(wanted.offeredBy())
                .map(Host::member)
                .filter(member -> hear && member.isRunning())
                .flatMap(SimulatedMember::snapshot)
                .filter(snapshot -> snapshot.last().equals(wanted.last()));
    }

    private void install(Host host, Snapshot fetched, int incarnation) {
        if (!host.isAlive(incarnation)) {
            return;
        }
        host.fetching(false);
        if (host.isPaused()) {
            return;
        }
        Optional<Input.SnapshotInstalled> installed = host.member().install(fetched);
        installed.ifPresent(news -> {
            world.tell(host, "stands on the state after " + fetched.last().id());
            world.installed(host, fetched.last());
            if (chance.nextInt(1000) < settings.crashesPermille()) {
                world.crash(host);
            } else {
                tellOrDie(host, news);
            }
        });
    }

    private void tellOrDie(Host host, Input news) {
        if (host.diesAt(ArmedCrash.Boundary.SAVED)) {
            world.crash(host);
            return;
        }
        int incarnation = host.incarnation();
        world.schedule().in(TOLD_MICROS, () -> {
            if (host.isAlive(incarnation)) {
                world.give(host, news);
            }
        });
    }

    private long exponential(long mean) {
        return SimulatedNetwork.exponential(mean, chance);
    }
}
