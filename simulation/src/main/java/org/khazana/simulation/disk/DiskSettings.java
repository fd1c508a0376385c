package org.khazana.simulation.disk;

/**
 * How fast the disks of a run are.
 *
 * @param syncMicrosMin the least a sync takes
 * @param syncMicrosMean mean of the exponential part on top
 * @param slowSyncsPermille share of the syncs that take {@code slowSyncMicros} more
 */
public record DiskSettings(long syncMicrosMin, long syncMicrosMean, int slowSyncsPermille, long slowSyncMicros) {
    /** A disk in good health, for the calm at the end of a run. */
    public static final DiskSettings HEALTHY = new DiskSettings(200, 300, 0, 0);
}
