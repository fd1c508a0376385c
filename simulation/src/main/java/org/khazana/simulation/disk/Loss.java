package org.khazana.simulation.disk;

import java.util.Map;
import org.khazana.consensus.log.EntryId;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.membership.Configuration;
import org.khazana.consensus.port.LogReader;

/**
 * What damage may leave of a log: nothing, a beginning of it, or what it was before a cut, when the mark of that cut is
 * among what is lost.
 *
 * @param onceDurable entries that were cut off
 * @param founding in force in an empty log
 */
record Loss(SimulatedLog durable, Map<EntryId, LogEntry> onceDurable, Configuration founding) {

    /** The log that {@code found} can be; if it can be none, one that ends elsewhere. */
    SimulatedLog leaves(LogReader found) {
        if (found.last().equals(SimulatedLog.GENESIS)) {
            return new SimulatedLog(founding);
        }
        SimulatedLog left = durable.copy();
        long common = Math.min(found.last().index(), left.lastIndex());
        while (common > found.base().index() && !isIn(left, found, common)) {
            common--;
        }
        if (isIn(left, found, common)) {
            // Files may still hold entries that were compacted, and lose what came after those.
            left.compactThrough(Math.min(left.base().index(), common));
            left.truncateFrom(common + 1);
            bringBack(left, found);
        }
        return left;
    }

    private static boolean isIn(SimulatedLog left, LogReader found, long index) {
        return left.known(index).isPresent() && left.known(index).equals(found.metadata(index));
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
