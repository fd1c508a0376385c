package org.khazana.simulation.world;

import java.util.SplittableRandom;
import java.util.function.BiFunction;
import org.khazana.consensus.membership.Configuration;
import org.khazana.consensus.membership.MemberId;
import org.khazana.simulation.cluster.ClusterShape;
import org.khazana.simulation.cluster.CoreFactory;
import org.khazana.simulation.cluster.Machine;
import org.khazana.simulation.cluster.SimulatedMember;
import org.khazana.simulation.cluster.Workload;
import org.khazana.simulation.disk.SimulatedDisk;
import org.khazana.simulation.disk.StorageFactory;
import org.khazana.simulation.property.SafetyProperties;

/** Makes machines for new members: empty disks, and clocks of their own. */
final class Newcomers {
    private final Swarm swarm;
    private final ClusterShape shape;
    private final CoreFactory cores;
    private final StorageFactory storages;
    private final Workload workload;
    private final BiFunction<MemberId, Machine, Machine> machines;
    private final SafetyProperties properties;
    private final SplittableRandom chance;

    Newcomers(
            Swarm swarm,
            CoreFactory cores,
            StorageFactory storages,
            Workload workload,
            BiFunction<MemberId, Machine, Machine> machines,
            SafetyProperties properties,
            SplittableRandom chance) {
        this.swarm = swarm;
        this.shape = new ClusterShape(swarm.policy(), swarm.settings(), workload.entries());
        this.cores = cores;
        this.storages = storages;
        this.workload = workload;
        this.machines = machines;
        this.properties = properties;
        this.chance = chance;
    }

    SimulatedDisk newDisk() {
        return new SimulatedDisk(founding());
    }

    /** @param disk where the properties see what the member's storage must hold */
    Host newHost(MemberId id, SimulatedDisk disk) {
        SimulatedMember member = new SimulatedMember(
                id,
                shape,
                cores,
                storages.create(id, founding()),
                machines.apply(id, workload.newMachine()),
                disk,
                properties);
        int drift = swarm.clocks().driftPermille();
        long skew = swarm.clocks().wallSkewMillis();
        HostClock clock = new HostClock(
                chance.nextLong(1_000_000),
                1_000 + chance.nextInt(-drift, drift + 1),
                chance.nextLong(-skew, skew + 1));
        return new Host(member, clock);
    }

    private Configuration founding() {
        return Configuration.of(shape.policy());
    }
}
