package org.khazana.consensus.raft;

import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.membership.Configuration;
import org.khazana.consensus.membership.MemberId;

/**
 * A snapshot that this member needs, as the log no longer goes back to where it stands.
 *
 * @param offeredBy the leader
 * @param last the last entry whose effects the snapshot holds
 * @param configuration in force at it
 */
public record SnapshotWanted(MemberId offeredBy, EntryMetadata last, Configuration configuration) {}
