package org.khazana.storage.blocklog;

import java.util.List;
import java.util.Optional;
import org.khazana.consensus.log.EntryMetadata;

/**
 * What the files of a log were found to be worth, and what is to be done with them. Nothing has been changed yet, so
 * that a member that loses entries can first make durable that it does.
 *
 * @param marked what the durable mark says
 * @param kept the part of the log that is kept; empty when a new, empty log is begun
 * @param outdated numbers of segments before the log's first, whose deletion was not finished
 * @param lost numbers of segments that nothing can be made of; deleted after the log goes on without them
 */
record LogPlan(
        LogFinding finding,
        DurableMark.Content marked,
        Optional<Kept> kept,
        List<Integer> outdated,
        List<Integer> lost) {

    /**
     * The good part of a log.
     *
     * @param current the last segment of it, which is written next
     * @param position end of the last complete batch in {@code current}
     * @param zeroTo end of what must be zeroed after it; not after {@code position} when nothing must
     */
    record Kept(LogContents contents, EntryMetadata last, long lastBatch, Segment current, int position, int zeroTo) {}
}
