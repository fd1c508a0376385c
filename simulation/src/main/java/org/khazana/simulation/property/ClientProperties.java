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
    private final boolean repeats;
    private final Map<Long, SortedSet<Long>> indicesOfProposal = new HashMap<>();
    private final SortedSet<Long> acknowledged = new TreeSet<>();

    /** @param repeats whether clients send the same proposal several times, so that the chain may hold it as often */
    ClientProperties(Function<LogEntry, List<Long>> proposalNumbers, boolean repeats) {
        this.proposalNumbers = proposalNumbers;
        this.repeats = repeats;
    }

    void committed(LogEntry entry) {
        for (long number : proposalNumbers.apply(entry)) {
            SortedSet<Long> indices = indicesOfProposal.computeIfAbsent(number, key -> new TreeSet<>());
            check(
                    repeats || indices.isEmpty(),
                    EXACTLY_ONCE,
                    "proposal %s is committed at %s and at %s",
                    number,
                    indices,
                    entry.index());
            indices.add(entry.index());
        }
    }

    void acknowledged(long number, long index) {
        acknowledged.add(number);
        SortedSet<Long> indices = indicesOfProposal.getOrDefault(number, new TreeSet<>());
        check(
                indices.contains(index),
                EXACTLY_ONCE,
                "proposal %s was acknowledged at %s, but the chain holds it at %s",
                number,
                index,
                indices);
    }

    int acknowledgedCount() {
        return acknowledged.size();
    }
}
