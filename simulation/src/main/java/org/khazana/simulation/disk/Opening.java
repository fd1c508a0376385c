package org.khazana.simulation.disk;

import org.khazana.consensus.log.HardState;
import org.khazana.consensus.port.LogReader;

/** What a process finds on its storage when it starts. */
public sealed interface Opening {

    /**
     * The storage is sound.
     *
     * @param log the entries found; while the process runs, those it has made durable since are read through it too
     */
    record Recovered(HardState hardState, LogReader log) implements Opening {}

    /** The storage is not to be trusted, and the process must not run. */
    record Refused(String reason) implements Opening {}
}
