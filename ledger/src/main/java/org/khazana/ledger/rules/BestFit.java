package org.khazana.ledger.rules;

import static org.khazana.ledger.refusal.RefusalCode.LOTS_TOO_MANY;
import static org.khazana.ledger.refusal.RefusalCode.TOKENS_LOCKED;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.refusal.RefusalCode;
import org.khazana.ledger.serial.SerialRange;
import org.khazana.ledger.state.LedgerView;
import org.khazana.ledger.state.LotByLength;
import org.khazana.ledger.state.Tables;

/**
 * Chooses tokens of a position so that few lots are touched and few come into being: the lot of just this length; else the
 * shortest that is longer; else the longest, and so on for what is still open. Of several the one with the lowest serial. Whoever
 * follows this rule chooses the same. Decision 0016.
 */
final class BestFit {
    private final LedgerView view;
    private final AccountId account;
    private final AssetCode asset;
    private final long day;

    private BestFit(Debit debit, LedgerView view, long day) {
        this.view = view;
        this.account = debit.account();
        this.asset = debit.asset();
        this.day = day;
    }

    /**
     * Chooses from a position that holds as many.
     *
     * @param day today: lots that cannot be moved yet are passed over, at most {@link LotChoice#LOTS_MAX} at a time
     */
    static LotChoice choose(Debit debit, LedgerView view, long day) {
        return new BestFit(debit, view, day).choose(debit.quantity());
    }

    /** How many of so many could go of a position that holds as many: fewer where tokens are locked up, or too scattered. */
    static long most(Debit debit, LedgerView view, long day) {
        List<SerialRange> chosen = new ArrayList<>();
        new BestFit(debit, view, day).choose(debit.quantity(), chosen);
        return chosen.stream().mapToLong(SerialRange::count).sum();
    }

    /** Nothing, of nothing. */
    private LotChoice choose(long quantity) {
        List<SerialRange> chosen = new ArrayList<>();
        Optional<RefusalCode> obstacle = choose(quantity, chosen);
        return obstacle.isPresent() ? new LotChoice.Refused(obstacle.get()) : new LotChoice.Chosen(List.copyOf(chosen));
    }

    /** Adds what is chosen; what keeps it from being enough. */
    private Optional<RefusalCode> choose(long quantity, List<SerialRange> chosen) {
        LotByLength last = null;
        long open = quantity;
        while (open > 0) {
            Sought sought = next(open, last);
            Optional<LotByLength> lot = sought.found();
            if (sought.isObscured() || (lot.isPresent() && chosen.size() == LotChoice.LOTS_MAX)) {
                return Optional.of(LOTS_TOO_MANY);
            } else if (lot.isEmpty()) {
                return Optional.of(TOKENS_LOCKED);
            }
            last = lot.get();
            long taken = Math.min(open, last.length());
            chosen.add(new SerialRange(last.first(), taken));
            open -= taken;
        }
        return Optional.empty();
    }

    /**
     * The lot that is chosen next.
     *
     * @param last all longer ones are chosen or locked, and so are those of its length with lower serials
     */
    private Sought next(long open, @Nullable LotByLength last) {
        Sought covering = covering(open, last);
        return covering.isOver() ? covering : longest(last);
    }

    /** The shortest that has as many or more. */
    private Sought covering(long quantity, @Nullable LotByLength last) {
        return upwards(
                LotByLength.from(account, asset, quantity),
                new Sought(last, entry -> last == null || entry.length() <= last.length()));
    }

    /** The longest that is not chosen yet. */
    private Sought longest(@Nullable LotByLength last) {
        LotByLength end = LotByLength.last(account, asset);
        if (last != null) {
            Sought alike = upwards(
                    new LotByLength(account, asset, last.length(), last.first(), 0),
                    new Sought(last, last::isAsLongAs));
            if (alike.isOver()) {
                return alike;
            }
            end = LotByLength.from(account, asset, last.length());
        }
        Sought longest = new Sought(last, entry -> true);
        LotByLength shortest = LotByLength.from(account, asset, 0);
        view.scanGroupDown(Tables.LOTS_BY_LENGTH.table(), end, shortest, (entry, lot) -> longest.see(entry));
        // Downwards the highest serial comes first among those of one length.
        return longest.found()
                .map(found ->
                        upwards(LotByLength.from(account, asset, found.length()), new Sought(last, found::isAsLongAs)))
                .orElse(longest);
    }

    private Sought upwards(LotByLength from, Sought sought) {
        LotByLength end = LotByLength.last(account, asset);
        view.scanGroup(Tables.LOTS_BY_LENGTH.table(), from, end, (entry, lot) -> sought.see(entry));
        return sought;
    }

    /** The first that can be moved and is not chosen yet. */
    private final class Sought {
        private final @Nullable LotByLength last;
        private final Predicate<LotByLength> isInReach;
        private final List<LotByLength> free = new ArrayList<>(1);
        private final List<LotByLength> locked = new ArrayList<>(0);

        Sought(@Nullable LotByLength last, Predicate<LotByLength> isInReach) {
            this.last = last;
            this.isInReach = isInReach;
        }

        /** Whether another one is wanted. */
        boolean see(LotByLength entry) {
            if (!isInReach.test(entry)) {
                return false;
            }
            if (!entry.isFreeOn(day)) {
                locked.add(entry);
                return !isObscured();
            }
            if (isChosen(entry)) {
                return true;
            }
            free.add(entry);
            return false;
        }

        private boolean isChosen(LotByLength entry) {
            return last != null && entry.isAsLongAs(last) && entry.first() <= last.first();
        }

        Optional<LotByLength> found() {
            return free.stream().findFirst();
        }

        /** Whether so many are locked up that the search was given up. */
        boolean isObscured() {
            return locked.size() > LotChoice.LOTS_MAX;
        }

        boolean isOver() {
            return !free.isEmpty() || isObscured();
        }
    }
}
