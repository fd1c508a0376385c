package org.khazana.ledger.execution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.khazana.ledger.Invariant;
import org.khazana.ledger.block.Moment;
import org.khazana.ledger.claim.EncumbranceId;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.operation.Leg;
import org.khazana.ledger.receipt.Posting;
import org.khazana.ledger.rules.Debit;
import org.khazana.ledger.rules.LotChoice;
import org.khazana.ledger.rules.LotRules;
import org.khazana.ledger.serial.SerialRange;
import org.khazana.ledger.serial.SerialSet;
import org.khazana.ledger.state.Asset;
import org.khazana.ledger.state.Encumbrance;
import org.khazana.ledger.state.LedgerOverlay;
import org.khazana.ledger.state.Lot;
import org.khazana.ledger.state.LotByLength;
import org.khazana.ledger.state.Position;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.state.Tranche;
import org.khazana.ledger.state.Units;

/**
 * The only way a position changes. The rules have said yes before; here everything is checked once more, and a failure
 * is a bug, not a refusal.
 */
final class Postings {
    private final LedgerOverlay ledger;
    private final Moment moment;
    private final Encumbrances encumbrances;
    private final LotPostings lots;
    private final List<Posting> made = new ArrayList<>();

    Postings(LedgerOverlay ledger, Occasion occasion) {
        this(ledger, occasion, 0);
    }

    private Postings(LedgerOverlay ledger, Occasion occasion, int passagesBefore) {
        this.ledger = ledger;
        this.moment = occasion.moment();
        this.encumbrances = new Encumbrances(ledger, occasion.moment().timeMillis());
        this.lots = new LotPostings(ledger, occasion, passagesBefore);
    }

    /**
     * For a part of a transaction that is tried on a ledger of its own: numbers its passages after those of the parts that were carried
     * out before.
     */
    static Postings onTrial(LedgerOverlay trial, Performance whole) {
        int passages = whole.ledger().changed(Tables.PASSAGES).size();
        return new Postings(trial, whole.occasion(), passages);
    }

    /** Takes from one account what another receives. */
    void move(Leg movement) {
        move(Debit.of(movement), movement.to());
    }

    /** The same for what an order takes. */
    void move(Debit debit, AccountId receiver) {
        move(debit, receiver, chosen(debit));
    }

    /** The same when the rules have looked already which tokens can go; from the position as it is now. */
    void move(Debit debit, AccountId receiver, LotChoice.Chosen tokens) {
        Invariant.check(debit.quantity() > 0, "a movement of %s units", debit.quantity());
        Invariant.check(!debit.account().equals(receiver), "account %s pays itself", receiver);
        List<SerialRange> serials = tokens.ranges();
        long count = 0;
        for (SerialRange range : serials) {
            count = Math.addExact(count, range.count());
        }
        boolean isSerialised = asset(debit.asset()).isSerialised();
        Invariant.check(
                count == (isSerialised ? debit.quantity() : 0), "%s of %s tokens for %s", debit, count, receiver);
        post(debit.account(), debit.asset(), Math.negateExact(debit.quantity()), serials);
        post(receiver, debit.asset(), debit.quantity(), serials);
        long day = day();
        serials.forEach(range -> lots.move(debit, range, receiver, day));
    }

    /** Brings units into being: issued tokens, which are free to be moved on, or deposited cash. */
    void create(AccountId account, AssetCode code, long quantity) {
        create(account, code, quantity, 0);
    }

    /**
     * Brings units into being.
     *
     * @param earliestTransferDay before which tokens cannot be moved on; 0 if they can
     */
    void create(AccountId account, AssetCode code, long quantity, int earliestTransferDay) {
        Invariant.check(quantity > 0, "creation of %s units of %s", quantity, code);
        Asset asset = asset(code);
        Units units = asset.units();
        ledger.apply(Tables.ASSETS.put(
                asset.isSerialised()
                        ? asset.withUnits(units.issued(quantity))
                        : asset.withOutstandingUnits(Math.addExact(units.outstanding(), quantity))));
        if (asset.isSerialised()) {
            post(account, code, quantity, List.of(new SerialRange(units.nextSerial(), quantity)));
            Tranche tranche =
                    new Tranche(code, units.nextSerial(), quantity, Tranche.Source.ISSUANCE, Optional.empty());
            lots.issue(tranche, account, earliestTransferDay);
        } else {
            post(account, code, quantity, List.of());
        }
    }

    /** Takes tokens out of being. */
    void retire(Debit debit) {
        Invariant.check(debit.quantity() > 0, "retirement of %s", debit);
        Asset asset = asset(debit.asset());
        ledger.apply(Tables.ASSETS.put(asset.withUnits(asset.units().retired(debit.quantity()))));
        List<SerialRange> serials = chosen(debit).ranges();
        post(debit.account(), debit.asset(), Math.negateExact(debit.quantity()), serials);
        serials.forEach(range -> lots.retire(debit.asset(), range, debit.account()));
    }

    /** Makes money vanish that was paid out outside. */
    void destroy(AccountId account, AssetCode currency, long amount) {
        Invariant.check(amount > 0, "destruction of %s of %s", amount, currency);
        Asset asset = asset(currency);
        Invariant.check(!asset.isSerialised(), "%s are tokens, which are retired", currency);
        ledger.apply(
                Tables.ASSETS.put(asset.withOutstandingUnits(Math.subtractExact(asset.outstandingUnits(), amount))));
        post(account, currency, Math.negateExact(amount), List.of());
    }

    /** Gives the tokens of these lots of one position new serials in a row; none of them is locked up. */
    void renumber(AccountId holder, AssetCode code, List<LotByLength> scattered) {
        encumbrances.dropExpired(holder, code);
        Asset asset = asset(code);
        List<Lot> parents = scattered.stream()
                .map(entry -> ledger.get(Tables.LOTS, entry.lot()).orElseThrow())
                .sorted(Comparator.comparingLong(Lot::first))
                .toList();
        long count = parents.stream().mapToLong(Lot::length).reduce(0, Math::addExact);
        Optional<Hash> hash = Optional.of(Tranche.parentsHash(code, parents));
        lots.renumber(
                new Tranche(code, asset.units().nextSerial(), count, Tranche.Source.RENUMBERING, hash),
                holder,
                parents);
        ledger.apply(
                Tables.ASSETS.put(asset.withUnits(asset.units().retired(count).issued(count))));
    }

    /** Of money nothing is chosen. */
    private LotChoice.Chosen chosen(Debit debit) {
        if (!asset(debit.asset()).isSerialised()) {
            return new LotChoice.Chosen(List.of());
        }
        LotChoice choice = LotRules.choose(debit, ledger, day(), moment.timeMillis());
        long held = ledger.quantity(debit.account(), debit.asset());
        Invariant.check(
                choice instanceof LotChoice.Chosen,
                "%s would hold %s, and it cannot give as many: %s",
                debit,
                held - debit.quantity(),
                choice);
        return (LotChoice.Chosen) choice;
    }

    private long day() {
        return ledger.businessTime().day(moment.timeMillis());
    }

    private Asset asset(AssetCode code) {
        return ledger.asset(code).orElseThrow();
    }

    private void post(AccountId account, AssetCode asset, long delta, List<SerialRange> serials) {
        if (delta < 0) {
            encumbrances.dropExpired(account, asset);
        }
        Position position = ledger.position(account, asset);
        long before = position.quantity();
        long after = Math.addExact(before, delta);
        Invariant.check(after >= 0, "account %s would hold %s of %s", account, after, asset);
        Invariant.check(
                after >= position.encumbered(), "account %s would hold less of %s than is encumbered", account, asset);
        ledger.apply(position.withQuantity(after).set());
        HoldingTotals.add(ledger, account, asset, delta);
        made.add(new Posting(account, asset, before, after, serials));
    }

    /** Postings made on a ledger whose changes are now part of this one. */
    void takeOver(List<Posting> others) {
        made.addAll(others);
    }

    /** Sets units of a position aside. */
    void encumber(Encumbrance encumbrance) {
        encumbrances.add(encumbrance);
    }

    /** Gives free what an encumbrance has set aside. */
    void release(EncumbranceId id) {
        encumbrances.release(id);
    }

    /** Gives free what has expired on that position, as every debit does. */
    void dropExpired(AccountId account, AssetCode asset) {
        encumbrances.dropExpired(account, asset);
    }

    /** Lets an order take from what is encumbered: gives free as many units, in the order of the ids, until so many are. */
    void free(List<EncumbranceId> ids, long quantity) {
        encumbrances.free(ids, quantity);
    }

    /** Lets an order take these tokens from encumbrances that name them. */
    void giveUp(List<EncumbranceId> ids, SerialSet tokens) {
        encumbrances.giveUp(ids, tokens);
    }

    /** All postings so far, in order. */
    List<Posting> made() {
        return List.copyOf(made);
    }
}
