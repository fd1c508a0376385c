package org.khazana.simulation.world;

/**
 * How often states are saved, and how long what has to do with that takes.
 *
 * @param everyMicrosMean mean time between two saves of any member; 0 when none are made while the chaos lasts
 * @param saveMicrosMean mean time until a saved state is durable
 * @param fetchMicrosMean mean time until a member has fetched one, and again until it is durable there
 * @param crashesPermille share of the switches to a fetched state that the core does not live to hear of
 */
public record SnapshotSettings(long everyMicrosMean, long saveMicrosMean, long fetchMicrosMean, int crashesPermille) {
    /** For the calm at the end of a run. */
    static final SnapshotSettings CALM = new SnapshotSettings(50_000, 5_000, 20_000, 0);
}
