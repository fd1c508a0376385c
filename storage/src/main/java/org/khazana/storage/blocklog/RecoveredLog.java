package org.khazana.storage.blocklog;

import org.khazana.consensus.log.EntryMetadata;

/**
 * The log as it stands after opening, all of it durable.
 *
 * @param genesis of the network
 * @param current segment that is written next
 * @param position in it
 * @param lastBatch number of the last complete batch; 0 in a new log
 */
record RecoveredLog(
        EntryMetadata genesis,
        LogContents contents,
        DurableMark mark,
        Segment current,
        int position,
        long lastBatch,
        EntryMetadata last) {}
