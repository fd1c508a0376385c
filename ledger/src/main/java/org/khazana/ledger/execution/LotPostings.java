package org.khazana.ledger.execution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.PrimitiveIterator;
import java.util.stream.IntStream;
import org.khazana.ledger.Invariant;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.rules.Debit;
import org.khazana.ledger.serial.SerialRange;
import org.khazana.ledger.state.LedgerOverlay;
import org.khazana.ledger.state.Lot;
import org.khazana.ledger.state.LotKey;
import org.khazana.ledger.state.Passage;
import org.khazana.ledger.state.PassageId;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.state.Tranche;

/**
 * The only way a lot changes: what {@link Postings} does to positions, serial by serial. Writes for each range of tokens that
 * something happens to its lot, what is left of the lot it was in, and one passage.
 */
final class LotPostings {
    private final LedgerOverlay ledger;
    private final Occasion occasion;
    /** The numbers of the passages within the transaction. */
    private final PrimitiveIterator.OfInt numbers;

    /**
     * For one transaction, or a part of it.
     *
     * @param firstNumber how many passages the parts before have made
     */
    LotPostings(LedgerOverlay ledger, Occasion occasion, int firstNumber) {
        this.ledger = ledger;
        this.occasion = occasion;
        this.numbers = IntStream.range(firstNumber, Integer.MAX_VALUE).iterator();
    }

    /** New tokens from the next serial on, which {@code tranche} names. */
    void issue(Tranche tranche, AccountId holder, int earliestTransferDay) {
        SerialRange serials = new SerialRange(tranche.firstSerial(), tranche.length());
        Passage passage = passage(tranche.asset(), serials, Optional.empty(), Optional.of(holder), Optional.empty());
        ledger.apply(Tables.TRANCHES.put(tranche));
        ledger.apply(Tables.PASSAGES.put(passage));
        ledger.apply(new Lot(
                        tranche.asset(),
                        serials.first(),
                        serials.count(),
                        Optional.of(holder),
                        tranche.firstSerial(),
                        earliestTransferDay,
                        passage.id())
                .set());
    }

    /**
     * Gives tokens of one lot to {@code receiver}; they become one lot with those beside them if all attributes agree. Those that
     * are locked up today, which only an order takes, stay so.
     */
    void move(Debit debit, SerialRange serials, AccountId receiver, long day) {
        AssetCode asset = debit.asset();
        Lot lot = takeOut(asset, serials, debit.account());
        Invariant.check(debit.evenLocked() || lot.isFreeOn(day), "%s takes %s, which is locked up", debit, lot);
        PassageId id = nextId();
        int lockedUntil = lot.isFreeOn(day) ? 0 : lot.earliestTransferDay();
        Lot moved =
                new Lot(asset, serials.first(), serials.count(), Optional.of(receiver), lot.tranche(), lockedUntil, id);
        Optional<Lot> below = lot.first() < serials.first() ? Optional.empty() : neighbourBelow(moved);
        Optional<Lot> above = serials.end() < lot.end() ? Optional.empty() : neighbourAbove(moved);
        above.ifPresent(neighbour -> ledger.apply(Tables.LOTS.removal(neighbour.key())));
        long first = below.map(Lot::first).orElse(moved.first());
        long end = above.map(Lot::end).orElse(moved.end());
        ledger.apply(moved.of(new SerialRange(first, end - first)).set());
        ledger.apply(Tables.PASSAGES.put(new Passage(
                id,
                asset,
                serials,
                Optional.of(debit.account()),
                Optional.of(receiver),
                occasion.transaction(),
                occasion.moment().timeMillis(),
                Optional.of(new Passage.Earlier(lot.passage(), serials.first())),
                below.map(Lot::passage),
                above.map(Lot::passage))));
    }

    /** Takes tokens of one lot out of being; their serials are never given out again. */
    void retire(AssetCode asset, SerialRange serials, AccountId giver) {
        Lot lot = takeOut(asset, serials, giver);
        Passage passage = passage(
                asset,
                serials,
                Optional.of(giver),
                Optional.empty(),
                Optional.of(new Passage.Earlier(lot.passage(), serials.first())));
        ledger.apply(Tables.PASSAGES.put(passage));
        ledger.apply(retired(lot, serials, passage.id()).set());
    }

    /** Leaves in place what is not taken of the lot; the lot as it was. It goes first: no two lots end at one serial at any time. */
    private Lot takeOut(AssetCode asset, SerialRange serials, AccountId giver) {
        Lot lot = ledger.get(Tables.LOTS, new LotKey(asset, serials.first()))
                .or(() -> ledger.lot(asset, serials.first()))
                .orElseThrow();
        Invariant.check(lot.isHeldBy(giver) && serials.end() <= lot.end(), "%s takes %s of %s", giver, serials, lot);
        ledger.apply(Tables.LOTS.removal(lot.key()));
        if (lot.first() < serials.first()) {
            ledger.apply(lot.of(new SerialRange(lot.first(), serials.first() - lot.first()))
                    .set());
        }
        if (serials.end() < lot.end()) {
            ledger.apply(lot.of(new SerialRange(serials.end(), lot.end() - serials.end()))
                    .set());
        }
        return lot;
    }

    private Optional<Lot> neighbourBelow(Lot moved) {
        return ledger.lotEndingAt(moved.asset(), moved.first()).filter(moved::isLike);
    }

    private Optional<Lot> neighbourAbove(Lot moved) {
        return ledger.get(Tables.LOTS, new LotKey(moved.asset(), moved.end())).filter(moved::isLike);
    }

    private static Lot retired(Lot lot, SerialRange serials, PassageId passage) {
        return new Lot(lot.asset(), serials.first(), serials.count(), Optional.empty(), lot.tranche(), 0, passage);
    }

    private Passage passage(
            AssetCode asset,
            SerialRange serials,
            Optional<AccountId> from,
            Optional<AccountId> to,
            Optional<Passage.Earlier> earlier) {
        return new Passage(
                nextId(),
                asset,
                serials,
                from,
                to,
                occasion.transaction(),
                occasion.moment().timeMillis(),
                earlier,
                Optional.empty(),
                Optional.empty());
    }

    private PassageId nextId() {
        PassageId id =
                new PassageId(occasion.moment().height(), occasion.moment().position(), numbers.nextInt());
        Invariant.check(!ledger.changed(Tables.PASSAGES).containsKey(id), "a second passage %s", id);
        return id;
    }

    /**
     * Gives tokens of one position new serials in a row, those of {@code tranche}, and retires the old ones.
     *
     * @param lots whole ones, in the order in which their tokens follow one another from then on; at least one
     */
    void renumber(Tranche tranche, AccountId holder, List<Lot> lots) {
        List<Passage> renumbered = new ArrayList<>();
        long next = tranche.firstSerial();
        for (Lot lot : lots) {
            Passage.Earlier earlier = new Passage.Earlier(lot.passage(), lot.first());
            Passage passage = passage(
                    tranche.asset(),
                    new SerialRange(next, lot.length()),
                    Optional.of(holder),
                    Optional.of(holder),
                    Optional.of(earlier));
            renumbered.add(passage);
            ledger.apply(retired(lot, new SerialRange(lot.first(), lot.length()), passage.id())
                    .set());
            next = Math.addExact(next, lot.length());
        }
        Invariant.check(next - tranche.firstSerial() == tranche.length(), "%s renumbered from %s", tranche, lots);
        ledger.apply(Tables.TRANCHES.put(tranche));
        Optional<PassageId> root = linked(renumbered);
        ledger.apply(new Lot(
                        tranche.asset(),
                        tranche.firstSerial(),
                        tranche.length(),
                        Optional.of(holder),
                        tranche.firstSerial(),
                        0,
                        root.orElseThrow())
                .set());
    }

    /** Writes them as a balanced tree, so that each is found from the one in the middle in few steps; which one that is. */
    private Optional<PassageId> linked(List<Passage> passages) {
        if (passages.isEmpty()) {
            return Optional.empty();
        }
        int middle = passages.size() / 2;
        Passage root = passages.get(middle)
                .leadingTo(linked(passages.subList(0, middle)), linked(passages.subList(middle + 1, passages.size())));
        ledger.apply(Tables.PASSAGES.put(root));
        return Optional.of(root.id());
    }
}
