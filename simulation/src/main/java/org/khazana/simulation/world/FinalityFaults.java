package org.khazana.simulation.world;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.khazana.simulation.network.SimulatedNetwork;

/** What befalls those who sign, beside all that befalls consensus; and what is demanded of them in the end. */
final class FinalityFaults {
    private final World world;
    private final Signing signing;
    private final FinalityWork work;
    private final SplittableRandom chance;
    private boolean ended;

    FinalityFaults(World world, Signing signing, SplittableRandom chance) {
        this.world = world;
        this.signing = signing;
        this.chance = chance;
        work = new FinalityWork(world, signing.electors(), signing.crashesPermille(), chance.split());
    }

    FinalityWork work() {
        return work;
    }

    void begin() {
        if (signing.restoresEveryMicrosMean() > 0) {
            world.schedule().in(SimulatedNetwork.exponential(signing.restoresEveryMicrosMean(), chance), () -> {
                if (!ended) {
                    List<Host> hosts = new ArrayList<>(world.hosts().values());
                    work.restore(hosts.get(chance.nextInt(hosts.size())));
                    begin();
                }
            });
        }
    }

    void end() {
        ended = true;
        work.settle();
    }

    void judge() {
        work.demandCertificates();
        world.reach(new Reached(
                0,
                0,
                0,
                0,
                0,
                0,
                work.properties().certifiedCount(),
                work.properties().overruledCount(),
                work.properties().accusedCount()));
    }
}
