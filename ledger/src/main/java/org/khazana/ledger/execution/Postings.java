package org.khazana.ledger.execution;

import java.util.ArrayList;
import java.util.List;
import org.khazana.ledger.Invariant;
import org.khazana.ledger.claim.EncumbranceId;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.operation.Leg;
import org.khazana.ledger.receipt.Posting;
import org.khazana.ledger.state.Asset;
import org.khazana.ledger.state.Encumbrance;
import org.khazana.ledger.state.LedgerOverlay;
import org.khazana.ledger.state.Position;
import org.khazana.ledger.state.Tables;

/**
 * The only way a position changes. The rules have said yes before; here everything is checked once more, and a failure
 * is a bug, not a refusal.
 */
final class Postings {
    private final LedgerOverlay ledger;
    private final Encumbrances encumbrances;
    private final List<Posting> made = new ArrayList<>();

    /** @param blockTimeMillis says which encumbrances have expired */
    Postings(LedgerOverlay ledger, long blockTimeMillis) {
        this.ledger = ledger;
        this.encumbrances = new Encumbrances(ledger, blockTimeMillis);
    }

    /** Takes from one account what another receives. */
    void move(Leg movement) {
        Invariant.check(movement.quantity() > 0, "a movement of %s units", movement.quantity());
        Invariant.check(!movement.from().equals(movement.to()), "account %s pays itself", movement.from());
        post(movement.from(), movement.asset(), Math.negateExact(movement.quantity()));
        post(movement.to(), movement.asset(), movement.quantity());
    }

    /** Brings units into being: issued tokens, deposited cash. */
    void create(AccountId account, AssetCode code, long quantity) {
        Invariant.check(quantity > 0, "creation of %s units of %s", quantity, code);
        Asset asset = ledger.asset(code).orElseThrow();
        ledger.apply(Tables.ASSETS.put(asset.withOutstandingUnits(Math.addExact(asset.outstandingUnits(), quantity))));
        post(account, code, quantity);
    }

    /** Makes units vanish: money that was paid out outside. */
    void destroy(AccountId account, AssetCode code, long quantity) {
        Invariant.check(quantity > 0, "destruction of %s units of %s", quantity, code);
        Asset asset = ledger.asset(code).orElseThrow();
        ledger.apply(
                Tables.ASSETS.put(asset.withOutstandingUnits(Math.subtractExact(asset.outstandingUnits(), quantity))));
        post(account, code, Math.negateExact(quantity));
    }

    private void post(AccountId account, AssetCode asset, long delta) {
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
        made.add(new Posting(account, asset, before, after));
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

    /** All postings so far, in order. */
    List<Posting> made() {
        return List.copyOf(made);
    }
}
