package org.khazana.simulation.world;

import org.khazana.simulation.cluster.CoreFactory;
import org.khazana.simulation.disk.StorageFactory;

/**
 * One seed to be played and looked at.
 *
 * @param eventsMax so many of the last events are told
 */
public record SeedReplay(long seed, int eventsMax) {

    /** {@code -Dseed=S}, which must be set, and {@code -Dreplay.events=N}, or {@code all}. */
    public static SeedReplay fromProperties() {
        String events = System.getProperty("replay.events", String.valueOf(Trace.KEPT_EVENTS));
        return new SeedReplay(
                Long.parseLong(System.getProperty("seed")),
                events.equals("all") ? Integer.MAX_VALUE : Integer.parseInt(events));
    }

    /**
     * Plays it and prints its story, whether it fails or not. That little happens in one run is no failure.
     *
     * @throws RunFailure when a property is violated
     */
    public void play(CoreFactory cores, StorageFactory storages) {
        tell(SeededRun.replay(seed, cores, storages, eventsMax));
    }

    /** The same where members sign what they execute. */
    public void playSigning(CoreFactory cores) {
        tell(SeededRun.replaySigning(seed, cores, eventsMax));
    }

    private static void tell(SeededRun.Replay replay) {
        System.out.println(replay.chart());
        replay.failure().ifPresent(failure -> {
            throw failure;
        });
    }
}
