package org.khazana.ledger.state;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.khazana.ledger.claim.ClaimLimits;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.serial.SerialRange;
import org.khazana.ledger.serial.SerialSet;

/**
 * The tokens of one position that have certain serials. They are found when somebody asks and kept nowhere, so that a restriction can
 * be placed on any serials at once, whoever holds them in however many lots. Decisions 0025 and 0026.
 *
 * @param serials of the asset, whoever holds them
 * @param lots of the position that have some of them, in the order of their serials
 */
public record RestrictedTokens(SerialSet serials, List<Lot> lots) {
    public RestrictedTokens {
        lots = List.copyOf(lots);
    }

    /**
     * Looks through all lots of the position or, if these are many, through all that have such serials.
     *
     * @return empty if both are more than {@link ClaimLimits#LOTS_LOOKED_AT_MAX}
     */
    public static Optional<RestrictedTokens> of(
            AccountId account, AssetCode asset, SerialSet serials, LedgerView view) {
        return of(account, asset, serials, SerialSet.NONE, view);
    }

    /**
     * The same of two kinds of serials together, each with lots of its own to look through, so that no restriction keeps anybody from
     * finding what a position has set aside.
     */
    public static Optional<RestrictedTokens> of(
            AccountId account, AssetCode asset, SerialSet restricted, SerialSet setAside, LedgerView view) {
        List<LotByLength> own = view.lots(LotByLength.from(account, asset, 0), ClaimLimits.LOTS_LOOKED_AT_MAX + 1);
        if (own.size() > ClaimLimits.LOTS_LOOKED_AT_MAX) {
            return among(restricted, account, asset, view)
                    .flatMap(some -> among(setAside, account, asset, view).map(some::and));
        }
        SerialSet serials = restricted.with(setAside);
        List<Lot> lots = own.stream()
                .filter(entry -> serials.overlaps(entry.serials()))
                .map(entry -> view.get(Tables.LOTS, entry.lot()).orElseThrow())
                .sorted(Comparator.comparingLong(Lot::first))
                .toList();
        return Optional.of(new RestrictedTokens(serials, lots));
    }

    private static Optional<RestrictedTokens> among(
            SerialSet serials, AccountId account, AssetCode asset, LedgerView view) {
        List<Lot> held = new ArrayList<>();
        int looked = 0;
        long next = 1;
        for (SerialRange range : serials.ranges()) {
            next = Math.max(next, range.first());
            while (next < range.end()) {
                if (++looked > ClaimLimits.LOTS_LOOKED_AT_MAX) {
                    return Optional.empty();
                }
                Lot lot = view.lot(asset, next).orElseThrow();
                if (lot.isHeldBy(account)) {
                    held.add(lot);
                }
                next = lot.end();
            }
        }
        return Optional.of(new RestrictedTokens(serials, held));
    }

    private RestrictedTokens and(RestrictedTokens others) {
        SortedMap<Long, Lot> all = new TreeMap<>();
        lots.forEach(lot -> all.put(lot.first(), lot));
        others.lots.forEach(lot -> all.put(lot.first(), lot));
        return new RestrictedTokens(serials.with(others.serials), List.copyOf(all.values()));
    }

    /** In the order of their serials, each range within one lot. */
    public List<SerialRange> ranges() {
        return lots.stream()
                .flatMap(lot -> serials.within(lot.serials()).ranges().stream())
                .toList();
    }

    public long count() {
        return ranges().stream().mapToLong(SerialRange::count).sum();
    }

    /** The lots as they would be without them: what is beside them counts as lots of its own for whoever chooses among the others. */
    public LedgerView hiddenIn(LedgerView view) {
        LedgerOverlay others = new LedgerOverlay(view);
        for (Lot lot : lots) {
            others.apply(Tables.LOTS.removal(lot.key()));
            SerialSet.of(List.of(lot.serials()))
                    .without(serials)
                    .ranges()
                    .forEach(range -> others.apply(lot.of(range).set()));
        }
        return others;
    }
}
