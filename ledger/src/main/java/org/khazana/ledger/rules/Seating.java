package org.khazana.ledger.rules;

import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.khazana.ledger.id.PartyId;

/** Whether every seat can be taken by a party of its own: a bipartite matching by augmenting paths (Kuhn). */
final class Seating {
    private final List<List<PartyId>> seats;
    private final SortedMap<PartyId, Integer> seatOf = new TreeMap<>();

    private Seating(List<List<PartyId>> seats) {
        this.seats = seats;
    }

    /** @param seats who may take each */
    static boolean isPossible(List<List<PartyId>> seats) {
        Seating seating = new Seating(seats);
        for (int seat = 0; seat < seats.size(); seat++) {
            if (!seating.take(seat, new TreeSet<>())) {
                return false;
            }
        }
        return true;
    }

    /** Moves others if need be. */
    private boolean take(int seat, SortedSet<PartyId> asked) {
        for (PartyId party : seats.get(seat)) {
            if (asked.add(party)) {
                Integer taken = seatOf.get(party);
                if (taken == null || take(taken, asked)) {
                    seatOf.put(party, seat);
                    return true;
                }
            }
        }
        return false;
    }
}
