package org.khazana.simulation.transcript;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.message.Message;
import org.khazana.simulation.cluster.Wording;

/** The messages under way, in the order in which they left. */
final class Flights {
    /** A message under way. */
    record Flight(MemberId from, MemberId to, Message message) {
        @Override
        public String toString() {
            return from + " -> " + to + ": " + Wording.of(message);
        }
    }

    private final List<Flight> flights = new ArrayList<>();

    void add(Flight flight) {
        flights.add(flight);
    }

    /** Takes matching messages off the way, at most so many, the oldest first. */
    List<Flight> take(Predicate<Flight> wanted, long most) {
        List<Flight> taken = new ArrayList<>();
        for (Iterator<Flight> each = flights.iterator(); each.hasNext(); ) {
            Flight flight = each.next();
            if (taken.size() < most && wanted.test(flight)) {
                taken.add(flight);
                each.remove();
            }
        }
        return taken;
    }

    /** The same, but they stay under way. */
    List<Flight> peek(Predicate<Flight> wanted, long most) {
        return flights.stream().filter(wanted).limit(most).toList();
    }
}
