package org.khazana.ledger.execution;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.khazana.ledger.claim.EncumbranceId;
import org.khazana.ledger.state.PositionKey;
import org.khazana.ledger.state.Restriction;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.table.TableReads;

/** Counts what is encumbered and restricted once more, from all records: the part of {@link Recount} that is about claims. */
final class ClaimRecount {
    private ClaimRecount() {}

    static void addMismatches(TableReads state, List<String> mismatches) {
        addEncumbrances(state, mismatches);
        EncumberedTokenRecount.addMismatches(state, mismatches);
        addRestrictions(state, mismatches);
    }

    /** Invariant I7. */
    private static void addEncumbrances(TableReads state, List<String> mismatches) {
        SortedMap<PositionKey, Long> claimed = new TreeMap<>();
        state.scan(Tables.ENCUMBRANCES, EncumbranceId.LEAST, (id, encumbrance) -> {
            claimed.merge(
                    new PositionKey(encumbrance.account(), encumbrance.asset()),
                    encumbrance.quantity(),
                    Math::addExact);
            return true;
        });
        state.scan(Tables.POSITIONS, PositionKey.LEAST, (key, position) -> {
            Long sum = claimed.remove(key);
            if ((sum == null ? 0 : sum) != position.encumbered()) {
                mismatches.add("account " + key.account() + " has " + position.encumbered() + " of " + key.asset()
                        + " encumbered, but its encumbrances sum to " + sum);
            }
            if (position.encumbered() > Math.max(0, position.quantity())) {
                mismatches.add(
                        "account " + key.account() + " has more of " + key.asset() + " encumbered than it holds");
            }
            return true;
        });
        claimed.forEach((key, sum) -> mismatches.add(
                sum + " of " + key.asset() + " are encumbered in account " + key.account() + ", which holds none"));
    }

    /** One that is active is found by its target; one whose time is over may have been forgotten there. */
    private static void addRestrictions(TableReads state, List<String> mismatches) {
        state.scan(Tables.RESTRICTIONS, Long.MIN_VALUE, (number, restriction) -> {
            boolean isActive = restriction.status() == Restriction.Status.ACTIVE;
            boolean isListed = state.get(Tables.RESTRICTED, restriction.target())
                    .filter(restricted -> restricted.numbers().contains(number))
                    .isPresent();
            addSerials(state, restriction, mismatches);
            if (isListed != isActive && (isListed || restriction.untilMillis().isEmpty())) {
                mismatches.add(
                        "restriction " + number + " is " + restriction.status() + ", but its target says otherwise");
            }
            return true;
        });
    }

    /** One of certain tokens names some as long as it is active, and no others than there are; no other one names any. */
    private static void addSerials(TableReads state, Restriction restriction, List<String> mismatches) {
        boolean isToName = restriction.isOfSerials() && restriction.status() != Restriction.Status.USED_UP;
        long serialsEnd = restriction
                .target()
                .asset()
                .flatMap(code -> state.get(Tables.ASSETS, code))
                .map(asset -> asset.units().nextSerial())
                .orElse(1L);
        if (restriction.serials().isEmpty() == isToName || restriction.serials().end() > serialsEnd) {
            mismatches.add("restriction " + restriction.number() + " on one "
                    + restriction.target().scope() + " names " + restriction.serials() + ", of serials up to "
                    + serialsEnd);
        }
    }
}
