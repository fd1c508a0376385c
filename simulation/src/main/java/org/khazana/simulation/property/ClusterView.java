package org.khazana.simulation.property;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.raft.CoreSettings;
import org.khazana.consensus.raft.ReplicaStatus;
import org.khazana.simulation.disk.SimulatedDisk;

/** What all checkers look at: the disks of all members there ever were, and the last status of those that run. */
final class ClusterView {
    private final CoreSettings settings;
    private final SortedMap<MemberId, SimulatedDisk> disks;
    private final SortedMap<MemberId, ReplicaStatus> running = new TreeMap<>();

    /** @param disks grows as members join */
    ClusterView(CoreSettings settings, SortedMap<MemberId, SimulatedDisk> disks) {
        this.settings = settings;
        this.disks = Collections.unmodifiableSortedMap(disks);
    }

    CoreSettings settings() {
        return settings;
    }

    SimulatedDisk disk(MemberId member) {
        return Optional.ofNullable(disks.get(member)).orElseThrow();
    }

    /**
     * Whether this member has lost something for good and knows it, or will before it speaks again: what it held is no longer
     * counted on, and neither is its word.
     */
    boolean isSetAside(MemberId member) {
        SimulatedDisk disk = disk(member);
        return disk.isDamaged() || disk.durableVote().isRecovering();
    }

    /** The last status of every running member, in order of their ids. */
    SortedMap<MemberId, ReplicaStatus> running() {
        return running;
    }
}
