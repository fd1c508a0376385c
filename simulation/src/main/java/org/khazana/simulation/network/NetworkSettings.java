package org.khazana.simulation.network;

/**
 * What the network of a run does to messages.
 *
 * @param delayMicrosMin the least a message takes
 * @param delayMicrosMean mean of the exponential part on top
 * @param reorders whether a message may overtake another on the same link
 * @param replayPermille share of the messages that come once more, much later
 * @param replayMicrosMean mean of how much later
 */
public record NetworkSettings(
        long delayMicrosMin,
        long delayMicrosMean,
        int lossPermille,
        int duplicatePermille,
        boolean reorders,
        int replayPermille,
        long replayMicrosMean) {
    /** A network in good health, for the calm at the end of a run. */
    public static final NetworkSettings HEALTHY = new NetworkSettings(100, 500, 0, 0, false, 0, 0);
}
