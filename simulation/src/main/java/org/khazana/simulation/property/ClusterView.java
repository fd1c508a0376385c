package org.khazana.simulation.property;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.membership.QuorumPolicy;
import org.khazana.consensus.raft.CoreSettings;
import org.khazana.consensus.raft.ReplicaStatus;
import org.khazana.simulation.disk.SimulatedDisk;

/** What all checkers look at: the disks of all members and the last status of those that run. */
final class ClusterView {
    private final QuorumPolicy policy;
    private final CoreSettings settings;
    private final SortedMap<MemberId, SimulatedDisk> disks;
    private final SortedMap<MemberId, ReplicaStatus> running = new TreeMap<>();

    ClusterView(QuorumPolicy policy, CoreSettings settings, SortedMap<MemberId, SimulatedDisk> disks) {
        this.policy = policy;
        this.settings = settings;
        this.disks = Collections.unmodifiableSortedMap(disks);
    }

    QuorumPolicy policy() {
        return policy;
    }

    CoreSettings settings() {
        return settings;
    }

    SimulatedDisk disk(MemberId member) {
        return Optional.ofNullable(disks.get(member)).orElseThrow();
    }

    /** The last status of every running member, in order of their ids. */
    SortedMap<MemberId, ReplicaStatus> running() {
        return running;
    }
}
