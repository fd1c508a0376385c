package org.khazana.consensus.port;

import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.membership.Configuration;

/** A snapshot of the state that was fetched whole and checked, and waits to take the place of the present state. */
public interface FetchedSnapshot {

    /** The last entry whose effects it holds; committed. */
    EntryMetadata last();

    /** In force at {@link #last}. */
    Configuration configuration();

    /**
     * Puts the state machine on it, durably: a crash at any moment leaves the old state beside the old log, or the new one,
     * after which the log begins once the node has started again. Called between two entries, on the thread that applies
     * them, and only if the state is older. Anything thrown is a fault that stops the process.
     */
    void install();

    /** Nothing is installed, as the state has got that far by itself. Called instead of {@link #install}. */
    void dismissed();
}
