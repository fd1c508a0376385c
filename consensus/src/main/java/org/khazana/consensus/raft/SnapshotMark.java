package org.khazana.consensus.raft;

import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.membership.Configuration;

/**
 * A snapshot of the state, as consensus sees it.
 *
 * @param last the last entry whose effects it holds
 * @param configuration in force at it
 */
record SnapshotMark(EntryMetadata last, Configuration configuration) {}
