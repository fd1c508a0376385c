package org.khazana.consensus.raft;

import org.khazana.consensus.log.TermAndVote;
import org.khazana.consensus.port.LogReader;

/**
 * What a member knows when it starts, the same for a first start and for a restart.
 *
 * @param termAndVote as made durable
 * @param log durable entries; also read later, for followers that lag behind what the core keeps in memory
 * @param appliedIndex what the state machine holds already; not above the last entry. It is known to be committed
 */
public record RecoveredState(TermAndVote termAndVote, LogReader log, long appliedIndex) {}
