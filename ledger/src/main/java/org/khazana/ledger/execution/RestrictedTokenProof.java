package org.khazana.ledger.execution;

import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.khazana.ledger.Invariant;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.operation.ForceTransfer;
import org.khazana.ledger.serial.SerialSet;
import org.khazana.ledger.state.Lot;
import org.khazana.ledger.state.Order;
import org.khazana.ledger.state.Restraints;
import org.khazana.ledger.state.Restriction;
import org.khazana.ledger.state.Tables;

/**
 * Proves that tokens whose serials authorities restrict stay where they are, from the lots that were written and not from how it came
 * about. A failure is a bug; see {@link Invariants}.
 */
final class RestrictedTokenProof {
    /** Stands for nobody: of tokens that are retired. */
    private static final long RETIRED = 0;

    private RestrictedTokenProof() {}

    /**
     * Invariant I8 for certain tokens: each of them is held by the account that held it before; only an order takes some, just those that
     * its own restriction loses with it (I17).
     */
    static void tokensStay(Deed deed) {
        SortedSet<AssetCode> assets = new TreeSet<>();
        deed.after().changed(Tables.LOTS).keySet().forEach(key -> assets.add(key.asset()));
        for (AssetCode asset : assets) {
            SerialSet restricted = new Restraints(deed.before(), deed.blockTimeMillis()).restrictedSerials(asset);
            if (!restricted.isEmpty()) {
                prove(asset, restricted, deed);
            }
        }
    }

    private static void prove(AssetCode asset, SerialSet restricted, Deed deed) {
        SortedMap<Long, SerialSet> before = new TreeMap<>();
        SortedMap<Long, SerialSet> after = new TreeMap<>();
        deed.after().changed(Tables.LOTS).forEach((key, changed) -> {
            if (key.asset().equals(asset)) {
                deed.before().get(Tables.LOTS, key).ifPresent(lot -> add(before, lot, restricted));
                changed.ifPresent(lot -> add(after, lot, restricted));
            }
        });
        if (deed.operation() instanceof ForceTransfer force) {
            take(force, asset, before, deed);
        }
        Invariant.check(
                before.equals(after),
                "I8: %s moves restricted tokens of %s: accounts held %s, and hold %s",
                deed.operation().getClass().getSimpleName(),
                asset,
                before,
                after);
    }

    private static void add(SortedMap<Long, SerialSet> hands, Lot lot, SerialSet restricted) {
        add(hands, lot.holder().map(AccountId::number).orElse(RETIRED), restricted.within(lot.serials()));
    }

    private static void add(SortedMap<Long, SerialSet> hands, long holder, SerialSet more) {
        if (!more.isEmpty()) {
            hands.merge(holder, more, SerialSet::with);
        }
    }

    /** As it must be when the order has taken what its restriction has lost. */
    private static void take(ForceTransfer force, AssetCode asset, SortedMap<Long, SerialSet> hands, Deed deed) {
        Order order = deed.before().order(force.order()).orElseThrow();
        Restriction held = deed.before().restriction(order.restriction()).orElseThrow();
        Restriction left = deed.after().restriction(order.restriction()).orElseThrow();
        SerialSet taken = held.serials().without(left.serials());
        if (!taken.isEmpty() && order.asset().equals(asset)) {
            SerialSet given = hands.getOrDefault(order.from().number(), SerialSet.NONE);
            Invariant.check(
                    taken.without(given).isEmpty() && taken.count() == force.units(),
                    "I17: order %s for %s units takes %s of %s",
                    order.number(),
                    force.units(),
                    taken,
                    given);
            hands.remove(order.from().number());
            add(hands, order.from().number(), given.without(taken));
            add(hands, order.to().number(), taken);
        }
    }
}
