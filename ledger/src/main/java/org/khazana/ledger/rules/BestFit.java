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
    private final List<SerialRange> chosen = new ArrayList<>();
    /** All longer ones are chosen or locked, and so are those of its length with lower serials. */
    private @Nullable LotByLength last;

    private boolean isObscured;

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

    /** Nothing, of nothing. */
    private LotChoice choose(long quantity) {
        long open = quantity;
        while (open > 0) {
            Optional<LotByLength> lot = covering(open).or(this::longest);
            if (isObscured || (lot.isPresent() && chosen.size() == LotChoice.LOTS_MAX)) {
                return new LotChoice.Refused(LOTS_TOO_MANY);
            } else if (lot.isEmpty()) {
                return new LotChoice.Refused(TOKENS_LOCKED);
            }
            last = lot.get();
            long taken = Math.min(open, lot.get().length());
            chosen.add(new SerialRange(lot.get().first(), taken));
            open -= taken;
        }
        return new LotChoice.Chosen(List.copyOf(chosen));
    }

    /** The shortest that has as many or more. */
    private Optional<LotByLength> covering(long quantity) {
        return upwards(
                LotByLength.from(account, asset, quantity), entry -> last == null || entry.length() <= last.length());
    }

    /** The longest that is not chosen yet. */
    private Optional<LotByLength> longest() {
        LotByLength end = LotByLength.last(account, asset);
        if (last != null) {
            long length = last.length();
            Optional<LotByLength> alike = upwards(
                    new LotByLength(account, asset, length, last.first(), 0), entry -> entry.length() == length);
            if (alike.isPresent()) {
                return alike;
            }
            end = LotByLength.from(account, asset, length);
        }
        // Downwards the highest serial comes first among those of one length.
        return downwards(end)
                .flatMap(longest -> upwards(
                        LotByLength.from(account, asset, longest.length()),
                        entry -> entry.length() == longest.length()));
    }

    private Optional<LotByLength> upwards(LotByLength from, Predicate<LotByLength> isInReach) {
        Sought sought = new Sought(isInReach);
        view.scan(Tables.LOTS_BY_LENGTH.table(), from, (entry, lot) -> sought.see(entry));
        return Optional.ofNullable(sought.found);
    }

    private Optional<LotByLength> downwards(LotByLength from) {
        Sought sought = new Sought(entry -> true);
        view.scanDown(Tables.LOTS_BY_LENGTH.table(), from, (entry, lot) -> sought.see(entry));
        return Optional.ofNullable(sought.found);
    }

    /** The first that can be moved and is not chosen yet. */
    private final class Sought {
        private final Predicate<LotByLength> isInReach;
        private @Nullable LotByLength found;
        private int lockedSeen;

        Sought(Predicate<LotByLength> isInReach) {
            this.isInReach = isInReach;
        }

        /** Whether another one is wanted. */
        boolean see(LotByLength entry) {
            if (!entry.isOf(account, asset) || !isInReach.test(entry)) {
                return false;
            }
            if (!entry.isFreeOn(day)) {
                lockedSeen++;
                isObscured |= lockedSeen > LotChoice.LOTS_MAX;
                return !isObscured;
            }
            if (isChosen(entry)) {
                return true;
            }
            found = entry;
            return false;
        }
    }

    private boolean isChosen(LotByLength entry) {
        return last != null && entry.length() == last.length() && entry.first() <= last.first();
    }
}
