package org.khazana.simulation.disk;

import java.util.Map;
import java.util.Optional;
import org.khazana.consensus.log.EntryId;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.membership.Configuration;
import org.khazana.consensus.port.LogReader;

/**
 * What damage may leave of a log: nothing, a beginning of it, or what it was before a cut.
 *
 * @param onceDurable entries that were cut off
 * @param founding in force in an empty log
 */
record Loss(SimulatedLog durable, Map<EntryId, LogEntry> onceDurable, Configuration founding) {

    /** Nothing, or a beginning of the log, if {@code found} is that; else the whole log, which unfinished writes may follow. */
    SimulatedLog beginning(LogReader found) {
        EntryMetadata end = found.last();
        if (end.equals(SimulatedLog.GENESIS)) {
            return new SimulatedLog(founding);
        }
        SimulatedLog left = durable.copy();
        if (isIn(left, found, end.index())) {
            keepThrough(left, end.index());
        }
        return left;
    }

    /** The log before a cut, if {@code found} can be that: the mark of the cut is lost, and with it all that came later. */
    Optional<SimulatedLog> beforeACut(LogReader found) {
        SimulatedLog left = durable.copy();
        long common = Math.min(found.last().index(), left.lastIndex());
        while (common > found.base().index() && !isIn(left, found, common)) {
            common--;
        }
        if (!isIn(left, found, common)) {
            return Optional.empty();
        }
        keepThrough(left, common);
        bringBack(left, found);
        return left.last().equals(found.last()) ? Optional.of(left) : Optional.empty();
    }

    private static boolean isIn(SimulatedLog left, LogReader found, long index) {
        return left.known(index).isPresent() && left.known(index).equals(found.metadata(index));
    }

    /** Files may still hold entries that were compacted, and lose what came after those. */
    private static void keepThrough(SimulatedLog left, long index) {
        left.compactThrough(Math.min(left.base().index(), index));
        left.truncateFrom(index + 1);
    }

    private void bringBack(SimulatedLog left, LogReader found) {
        while (left.lastIndex() < found.last().index()) {
            EntryMetadata next = found.metadata(left.lastIndex() + 1).orElseThrow();
            LogEntry entry = onceDurable.get(next.id());
            if (entry == null || !entry.metadata().equals(next) || !entry.follows(left.last())) {
                return;
            }
            left.append(entry);
        }
    }
}
