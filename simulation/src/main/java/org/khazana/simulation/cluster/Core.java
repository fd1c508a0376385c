package org.khazana.simulation.cluster;

import org.khazana.consensus.raft.Effects;
import org.khazana.consensus.raft.Input;
import org.khazana.consensus.raft.ReplicaStatus;

/** The consensus core as the simulator sees it; a seam where a planted bug can sit between the two. */
public interface Core {
    Effects step(long nowMillis, Input input);

    ReplicaStatus status(long nowMillis);
}
