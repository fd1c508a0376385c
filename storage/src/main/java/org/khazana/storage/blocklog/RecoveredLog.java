package org.khazana.storage.blocklog;

import java.util.Optional;
import org.khazana.consensus.log.EntryMetadata;

/**
 * The log as it stands after opening, all of it durable.
 *
 * @param current segment that is written next
 * @param position in it
 * @param lastBatch number of the last complete batch; 0 in a new log
 * @param cut what was cut off, for the operator
 * @param created whether there was no log before
 */
record RecoveredLog(
        LogContents contents,
        DurableMark mark,
        Segment current,
        int position,
        long lastBatch,
        EntryMetadata last,
        Optional<String> cut,
        boolean created) {}
