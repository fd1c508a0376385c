package org.khazana.consensus.message;

import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.log.Term;
import org.khazana.consensus.membership.Configuration;

/**
 * The leader no longer holds the entries the follower lacks, but a snapshot of the state after {@code last}. Stands in
 * for a heartbeat and is answered like one, by {@link AppendResponse.Rejected}.
 *
 * @param last the last entry whose effects the snapshot holds
 * @param configuration in force at {@code last}
 * @param round as in {@link AppendRequest}
 */
public record SnapshotOffer(Term term, EntryMetadata last, Configuration configuration, long round)
        implements Message {}
