package org.khazana.consensus.runtime;

import org.khazana.consensus.port.DurableLog;
import org.khazana.consensus.port.DurableVote;
import org.khazana.consensus.port.PeerSender;
import org.khazana.consensus.port.SnapshotFetcher;
import org.khazana.consensus.port.StateMachine;

/**
 * What a replica is connected to.
 *
 * @param log written by one thread of the replica, read by others
 * @param vote written by the same thread as the log
 * @param peers called by two threads of the replica
 * @param machine called by one thread of the replica
 * @param snapshots called by one thread of the replica
 */
public record ReplicaPorts(
        DurableLog log, DurableVote vote, PeerSender peers, StateMachine machine, SnapshotFetcher snapshots) {}
