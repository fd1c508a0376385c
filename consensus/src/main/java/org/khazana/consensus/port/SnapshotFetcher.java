package org.khazana.consensus.port;

import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.membership.Configuration;
import org.khazana.consensus.membership.MemberId;

/** Gets the state from another member when the log no longer goes back to where this one stands. */
@FunctionalInterface
public interface SnapshotFetcher {

    /**
     * A snapshot is wanted; repeated while the leader offers it. Called on the consensus loop's thread: must neither block
     * nor throw. What was fetched is handed to {@code RaftReplica.install}.
     *
     * @param offeredBy the leader, which can be asked first
     * @param last the last entry whose effects the offered snapshot holds; a newer snapshot does as well
     * @param configuration in force at {@code last}
     */
    void wanted(MemberId offeredBy, EntryMetadata last, Configuration configuration);
}
