package org.khazana.ledger.rules;

import static org.khazana.ledger.refusal.RefusalCode.LOTS_TOO_MANY;
import static org.khazana.ledger.refusal.RefusalCode.SERIALS_INVALID;
import static org.khazana.ledger.refusal.RefusalCode.SERIALS_NOT_HELD;
import static org.khazana.ledger.refusal.RefusalCode.SERIALS_NOT_THE_QUANTITY;
import static org.khazana.ledger.refusal.RefusalCode.SERIALS_OVERLAP;
import static org.khazana.ledger.refusal.RefusalCode.TOKENS_LOCKED;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.khazana.ledger.operation.TransferTokens;
import org.khazana.ledger.refusal.RefusalCode;
import org.khazana.ledger.serial.SerialRange;
import org.khazana.ledger.state.LedgerView;
import org.khazana.ledger.state.Lot;

/** Takes just the tokens that a client names. */
final class NamedSerials {
    private NamedSerials() {}

    /**
     * Order: the ranges not sound, or too many; two that overlap; not the quantity; then range by range, lot by lot, in the
     * order of serials: not held by the account, locked up, more lots than one movement may touch.
     */
    static LotChoice choose(Debit debit, LedgerView view, long day) {
        Optional<RefusalCode> flaw = flaw(debit, TransferTokens.SERIALS_MAX);
        return flaw.isPresent() ? new LotChoice.Refused(flaw.get()) : held(debit, view, day);
    }

    /** The same for serials of which is known that they are sound and just the quantity, in however many ranges. */
    static LotChoice held(Debit debit, LedgerView view, long day) {
        List<SerialRange> chosen = new ArrayList<>();
        for (SerialRange range : sorted(debit)) {
            Optional<RefusalCode> refused = take(range, debit, view, day, chosen);
            if (refused.isPresent()) {
                return new LotChoice.Refused(refused.get());
            }
        }
        return new LotChoice.Chosen(List.copyOf(chosen));
    }

    /** What is wrong with them whoever holds them. Order: not sound, or too many; two that overlap; not the quantity. */
    static Optional<RefusalCode> flaw(Debit debit, int rangesMax) {
        if (debit.serials().size() > rangesMax || !debit.serials().stream().allMatch(SerialRange::isSound)) {
            return Optional.of(SERIALS_INVALID);
        }
        List<SerialRange> ranges = sorted(debit);
        if (overlap(ranges)) {
            return Optional.of(SERIALS_OVERLAP);
        }
        // They lie apart below Long.MAX_VALUE, so the sum cannot overflow.
        long count = ranges.stream().mapToLong(SerialRange::count).sum();
        return count == debit.quantity() ? Optional.empty() : Optional.of(SERIALS_NOT_THE_QUANTITY);
    }

    private static List<SerialRange> sorted(Debit debit) {
        return debit.serials().stream()
                .sorted(Comparator.comparingLong(SerialRange::first))
                .toList();
    }

    /** Taken one by one, every range of a doubled one would be held; so all are looked at together. */
    private static boolean overlap(List<SerialRange> sorted) {
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).first() < sorted.get(i - 1).end()) {
                return true;
            }
        }
        return false;
    }

    private static Optional<RefusalCode> take(
            SerialRange range, Debit debit, LedgerView view, long day, List<SerialRange> chosen) {
        long next = range.first();
        while (next < range.end()) {
            Optional<Lot> lot = view.lot(debit.asset(), next).filter(found -> found.isHeldBy(debit.account()));
            if (lot.isEmpty()) {
                return Optional.of(SERIALS_NOT_HELD);
            } else if (!lot.get().isFreeOn(day)) {
                return Optional.of(TOKENS_LOCKED);
            } else if (chosen.size() == LotChoice.LOTS_MAX) {
                return Optional.of(LOTS_TOO_MANY);
            }
            long end = Math.min(range.end(), lot.get().end());
            chosen.add(new SerialRange(next, end - next));
            next = end;
        }
        return Optional.empty();
    }
}
