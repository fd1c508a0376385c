package org.khazana.ledger.execution;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.khazana.ledger.claim.EncumbranceId;
import org.khazana.ledger.serial.SerialRange;
import org.khazana.ledger.serial.SerialSet;
import org.khazana.ledger.state.Encumbrance;
import org.khazana.ledger.state.LotByLength;
import org.khazana.ledger.state.LotKey;
import org.khazana.ledger.state.PositionKey;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.table.TableReads;

/** Looks once more whether the tokens that encumbrances name are there: what {@link EncumberedTokenProof} must have proven. */
final class EncumberedTokenRecount {
    private EncumberedTokenRecount() {}

    /** Of all positions, with one walk through all lots where there is anything to look at. */
    static void addMismatches(TableReads state, List<String> mismatches) {
        SortedMap<PositionKey, List<Encumbrance>> named = new TreeMap<>();
        SortedMap<PositionKey, List<SerialRange>> held = new TreeMap<>();
        state.scan(Tables.ENCUMBRANCES, EncumbranceId.LEAST, (id, encumbrance) -> {
            if (encumbrance.isOfSerials()) {
                PositionKey position = new PositionKey(encumbrance.account(), encumbrance.asset());
                named.computeIfAbsent(position, any -> new ArrayList<>()).add(encumbrance);
                held.put(position, new ArrayList<>());
            }
            return true;
        });
        if (!named.isEmpty()) {
            state.scan(Tables.LOTS, LotKey.LEAST, (key, lot) -> {
                lot.holder()
                        .map(holder -> held.get(new PositionKey(holder, lot.asset())))
                        .ifPresent(ranges -> ranges.add(lot.serials()));
                return true;
            });
        }
        named.forEach((position, encumbrances) -> {
            if (!areThere(encumbrances, SerialSet.of(held.getOrDefault(position, List.of())))) {
                mismatches.add("account " + position.account() + " has not the tokens of " + position.asset()
                        + " that are set aside by name: " + encumbrances);
            }
        });
    }

    /** Of one position that consists of these lots. */
    static boolean areThere(Collection<Encumbrance> encumbrances, List<LotByLength> lots) {
        return encumbrances.stream().noneMatch(Encumbrance::isOfSerials)
                || areThere(
                        encumbrances,
                        SerialSet.of(lots.stream().map(LotByLength::serials).toList()));
    }

    /** Whether each names as many as its quantity, of those that are held, and none that another one names. */
    private static boolean areThere(Collection<Encumbrance> encumbrances, SerialSet held) {
        SerialSet free = held;
        for (Encumbrance encumbrance : encumbrances) {
            SerialSet serials = encumbrance.serials();
            boolean isThere =
                    serials.without(free).isEmpty() && (serials.isEmpty() || serials.count() == encumbrance.quantity());
            if (!isThere) {
                return false;
            }
            free = free.without(serials);
        }
        return true;
    }
}
