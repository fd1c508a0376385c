package org.khazana.simulation.cluster;

import org.khazana.consensus.membership.QuorumPolicy;
import org.khazana.consensus.port.EntryFactory;
import org.khazana.consensus.raft.CoreSettings;

/** What all members of one cluster have in common. */
public record ClusterShape(QuorumPolicy policy, CoreSettings settings, EntryFactory entries) {}
