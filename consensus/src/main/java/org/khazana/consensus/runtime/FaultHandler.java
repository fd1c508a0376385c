package org.khazana.consensus.runtime;

/** Told once when this replica can no longer keep its promises; it must end the process. */
@FunctionalInterface
public interface FaultHandler {

    /**
     * Called at most once, on the thread that failed. When it returns, the replica sends and applies nothing more.
     *
     * @param sentence what failed, for an operator
     */
    void fatal(String sentence, Throwable cause);
}
