package org.khazana.consensus.log;

import org.khazana.consensus.membership.Configuration;
import org.khazana.consensus.membership.MemberId;

/**
 * Where a new entry comes from, and where it goes.
 *
 * @param id of the new entry
 * @param parent the entry before it
 * @param timeMillis of the new entry, milliseconds since 1970 UTC, not less than the parent's
 * @param proposer the leader
 * @param inForce who takes part from this entry on: for an entry that changes membership, what it carries
 */
public record EntryOrigin(
        EntryId id, EntryMetadata parent, long timeMillis, MemberId proposer, Configuration inForce) {}
