package org.khazana.ledger.state;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.khazana.ledger.table.Change;

/**
 * Which restrictions lie on a target. A record and not an index, as every movement asks for seven of them, and mostly there is
 * none: that is one look for a key, not a walk.
 *
 * @param numbers of restrictions that were not lifted or used up, in ascending order; their time may be over
 */
public record Restricted(RestrictionTarget target, List<Long> numbers) {
    public Restricted {
        numbers = List.copyOf(numbers);
    }

    /** Nothing lies on the target. */
    static Restricted nothing(RestrictionTarget target) {
        return new Restricted(target, List.of());
    }

    public Restricted with(long number) {
        SortedSet<Long> more = new TreeSet<>(numbers);
        more.add(number);
        return new Restricted(target, List.copyOf(more));
    }

    public Restricted without(long number) {
        return new Restricted(
                target, numbers.stream().filter(each -> each != number).toList());
    }

    /** Of a target on which nothing lies no record is kept. */
    public Change set() {
        return numbers.isEmpty() ? Tables.RESTRICTED.removal(target) : Tables.RESTRICTED.put(this);
    }
}
