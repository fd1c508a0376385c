package org.khazana.simulation.property;

import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.raft.Effects;
import org.khazana.consensus.raft.Input;
import org.khazana.consensus.raft.ReplicaStatus;

/** One step of one core, seen from outside, after its write was issued. */
public record Step(MemberId member, ReplicaStatus before, Input input, Effects effects, ReplicaStatus after) {
    /** Whether the member led the same term before and after. */
    boolean staysLeader() {
        return isLeader(before) && isLeader(after) && before.term().equals(after.term());
    }

    boolean becomesLeader() {
        return isLeader(after) && !(isLeader(before) && before.term().equals(after.term()));
    }

    static boolean isLeader(ReplicaStatus status) {
        return status.role() == ReplicaStatus.RoleName.LEADER;
    }
}
