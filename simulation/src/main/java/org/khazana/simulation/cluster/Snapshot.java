package org.khazana.simulation.cluster;

import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.membership.Configuration;

/**
 * A state on its way to a member that needs it.
 *
 * @param last the last entry whose effects it holds
 * @param configuration in force at it
 */
public record Snapshot(EntryMetadata last, Configuration configuration, Machine.Saved state) {}
