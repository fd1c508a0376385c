package org.khazana.consensus.raft;

import java.util.Optional;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.log.HardState;
import org.khazana.consensus.port.LogReader;

/**
 * What a member knows when it starts, the same for a first start and for a restart.
 *
 * @param hardState as made durable
 * @param log durable entries; also read later, for followers that lag behind what the core keeps in memory
 * @param appliedIndex what the state machine holds already: between the log's base and its last entry, unless this member
 *     recovers and the log was cut below it. It is known to be committed
 * @param snapshot the last entry of the newest snapshot that other members can fetch here; without one, members that need
 *     entries before the log's base wait until there is one
 */
public record RecoveredState(HardState hardState, LogReader log, long appliedIndex, Optional<EntryMetadata> snapshot) {}
