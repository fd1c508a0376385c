package org.khazana.ledger.rules;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.khazana.ledger.operation.Leg;
import org.khazana.ledger.state.PositionKey;

/**
 * What a position must bring to a settlement of its own: less than it gives where earlier legs bring it some of that. So a dealer
 * in the middle has nothing to set aside.
 *
 * @param firstLeg that gives from there, counted from 1
 * @param quantity tokens, or minor units for cash; not negative
 */
public record OwnUnits(int firstLeg, long quantity) {

    /**
     * Of every position that gives.
     *
     * @throws ArithmeticException if sums are too large to count
     */
    public static SortedMap<PositionKey, OwnUnits> of(List<Leg> legs) {
        SortedMap<PositionKey, Long> balances = new TreeMap<>();
        SortedMap<PositionKey, OwnUnits> found = new TreeMap<>();
        for (int i = 0; i < legs.size(); i++) {
            Leg leg = legs.get(i);
            PositionKey giving = new PositionKey(leg.from(), leg.asset());
            long balance = balances.merge(giving, Math.negateExact(leg.quantity()), Math::addExact);
            OwnUnits before = found.getOrDefault(giving, new OwnUnits(i + 1, 0));
            long missing = Math.max(before.quantity, Math.negateExact(balance));
            found.put(giving, new OwnUnits(before.firstLeg, missing));
            balances.merge(new PositionKey(leg.to(), leg.asset()), leg.quantity(), Math::addExact);
        }
        return found;
    }
}
