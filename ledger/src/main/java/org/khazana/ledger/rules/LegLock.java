package org.khazana.ledger.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.khazana.ledger.operation.Leg;
import org.khazana.ledger.serial.SerialSet;
import org.khazana.ledger.state.PositionKey;

/**
 * What a position must set aside for an instruction, of its own: for each leg that names tokens those that no earlier leg brings by name;
 * and, for all its other legs together, as many units as earlier legs do not bring. So a dealer in the middle has nothing to set aside.
 *
 * @param leg by whose place, counted from 1, it is known: the one that names the tokens, or the first that names none
 * @param quantity tokens, or minor units for cash; positive
 * @param serials none where any units will do
 */
public record LegLock(int leg, PositionKey position, long quantity, SerialSet serials) {

    /**
     * Of all legs, which are sound, in their order; those of any units come last.
     *
     * @throws ArithmeticException if sums are too large to count
     */
    public static List<LegLock> of(List<Leg> legs) {
        List<LegLock> locks = new ArrayList<>();
        SortedMap<PositionKey, LegLock> ofAny = new TreeMap<>();
        SortedMap<PositionKey, Long> balances = new TreeMap<>();
        SortedMap<PositionKey, SerialSet> brought = new TreeMap<>();
        for (int i = 0; i < legs.size(); i++) {
            Leg leg = legs.get(i);
            PositionKey giving = new PositionKey(leg.from(), leg.asset());
            PositionKey receiving = new PositionKey(leg.to(), leg.asset());
            SerialSet named = SerialSet.of(leg.serials());
            SerialSet passedOn = brought.getOrDefault(giving, SerialSet.NONE);
            SerialSet own = named.without(passedOn);
            if (named.isEmpty()) {
                ofAny.putIfAbsent(giving, new LegLock(i + 1, giving, 0, SerialSet.NONE));
            } else if (!own.isEmpty()) {
                locks.add(new LegLock(i + 1, giving, own.count(), own));
            }
            long balance = balances.merge(giving, Math.negateExact(leg.quantity() - own.count()), Math::addExact);
            // What was brought by name and is passed on by name leaves no gap: a leg that names none has, if there is
            // one.
            ofAny.computeIfPresent(giving, (position, lock) -> lock.ofAtLeast(Math.negateExact(balance)));
            balances.merge(receiving, leg.quantity(), Math::addExact);
            brought.put(giving, passedOn.without(named));
            brought.merge(receiving, named, SerialSet::with);
        }
        ofAny.values().stream().filter(lock -> lock.quantity() > 0).forEach(locks::add);
        return locks;
    }

    private LegLock ofAtLeast(long units) {
        return units > quantity ? new LegLock(leg, position, units, serials) : this;
    }

    public Debit debit() {
        return new Debit(position.account(), position.asset(), quantity, serials.ranges());
    }
}
