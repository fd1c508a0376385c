package org.khazana.simulation.property;

import static org.khazana.simulation.property.Property.EXACTLY_ONCE;
import static org.khazana.simulation.property.PropertyViolation.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.khazana.consensus.log.LogEntry;

/** What clients were told is true for ever. */
final class ClientProperties {
    private final Function<LogEntry, List<Long>> proposalNumbers;
    private final Map<Long, Long> indexOfProposal = new HashMap<>();
    private final SortedSet<Long> acknowledged = new TreeSet<>();

    ClientProperties(Function<LogEntry, List<Long>> proposalNumbers) {
        this.proposalNumbers = proposalNumbers;
    }

    void committed(LogEntry entry) {
        for (long number : proposalNumbers.apply(entry)) {
            Long earlier = indexOfProposal.putIfAbsent(number, entry.index());
            check(
                    earlier == null,
                    EXACTLY_ONCE,
                    "proposal %s is committed at %s and at %s",
                    number,
                    earlier,
                    entry.index());
        }
    }

    void acknowledged(long number, long index) {
        acknowledged.add(number);
        check(
                Long.valueOf(index).equals(indexOfProposal.get(number)),
                EXACTLY_ONCE,
                "proposal %s was acknowledged at %s, but the chain holds it at %s",
                number,
                index,
                indexOfProposal.get(number));
    }

    int acknowledgedCount() {
        return acknowledged.size();
    }
}
