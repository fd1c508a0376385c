package org.khazana.simulation.cluster;

import java.util.List;
import org.khazana.consensus.raft.Effects;
import org.khazana.consensus.raft.Outgoing;

/**
 * What came of one step.
 *
 * @param leaving messages that may leave now: those that need no disk, and those whose bytes are durable
 */
public record Reaction(Effects effects, List<Outgoing> leaving) {
    public Reaction {
        leaving = List.copyOf(leaving);
    }
}
