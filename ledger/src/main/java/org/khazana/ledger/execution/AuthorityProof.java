package org.khazana.ledger.execution;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.khazana.ledger.Invariant;
import org.khazana.ledger.authority.Role;
import org.khazana.ledger.claim.RestrictionGround;
import org.khazana.ledger.operation.AmendRestriction;
import org.khazana.ledger.operation.ForceTransfer;
import org.khazana.ledger.operation.LiftRestriction;
import org.khazana.ledger.operation.PlaceRestriction;
import org.khazana.ledger.operation.RegisterOrder;
import org.khazana.ledger.rules.Subjects;
import org.khazana.ledger.serial.SerialSet;
import org.khazana.ledger.state.Order;
import org.khazana.ledger.state.PositionKey;
import org.khazana.ledger.state.Restricted;
import org.khazana.ledger.state.Restriction;
import org.khazana.ledger.state.RestrictionTarget;
import org.khazana.ledger.state.Tables;

/**
 * Proves that restrictions and orders were changed by those only who may, from what was written and not from how it came about.
 * A failure is a bug; see {@link Invariants}.
 */
final class AuthorityProof {
    private AuthorityProof() {}

    /** Invariant I16: a restriction changes by its authority, a court above it, or an order that takes what it holds. */
    static void restrictionsStand(Deed deed) {
        deed.after().changed(Tables.RESTRICTIONS).forEach((number, changed) -> {
            Restriction after = changed.orElseThrow();
            Optional<Restriction> before = deed.before().restriction(number);
            boolean isRight = switch (deed.operation()) {
                case PlaceRestriction place ->
                    before.isEmpty() && after.authority().equals(deed.sender());
                case AmendRestriction amend -> isByAuthority(before.orElseThrow(), after, deed);
                case LiftRestriction lift -> isByAuthority(before.orElseThrow(), after, deed);
                case ForceTransfer force -> isByOrder(before.orElseThrow(), after, force, deed);
                default -> false;
            };
            Invariant.check(
                    isRight,
                    "I16: %s by party %s changed restriction %s of party %s",
                    deed.operation().getClass().getSimpleName(),
                    deed.sender(),
                    number,
                    after.authority());
        });
        deed.after().changed(Tables.RESTRICTED).forEach((target, changed) -> noneIsForgotten(target, changed, deed));
    }

    private static boolean isByAuthority(Restriction before, Restriction after, Deed deed) {
        boolean isCourtAbove = before.ground() != RestrictionGround.COURT
                && deed.before()
                        .hasRole(deed.sender(), Role.COURT_OFFICER, Subjects.of(before, deed.before()), deed.day());
        return (before.authority().equals(deed.sender()) || isCourtAbove) && isSameMatter(before, after);
    }

    private static boolean isSameMatter(Restriction before, Restriction after) {
        return before.authority().equals(after.authority())
                && before.ground() == after.ground()
                && before.target().equals(after.target())
                && before.serials().equals(after.serials())
                && before.caseReference().equals(after.caseReference())
                && before.fromMillis() == after.fromMillis();
    }

    private static boolean isByOrder(Restriction before, Restriction after, ForceTransfer force, Deed deed) {
        boolean isLinked = deed.before()
                .order(force.order())
                .filter(order -> order.restriction() == before.number())
                .isPresent();
        SerialSet taken = before.serials().without(after.serials());
        Restriction expected = before.isOfSerials() ? before.without(taken) : before.reducedBy(force.units());
        boolean isCounted = !before.isOfSerials() || taken.count() == force.units();
        return isLinked && isCounted && after.equals(expected);
    }

    /** To leave the list of a target is to be lifted, so only those leave it that are no longer active. */
    private static void noneIsForgotten(RestrictionTarget target, Optional<Restricted> changed, Deed deed) {
        List<Long> listed = changed.map(Restricted::numbers).orElse(List.of());
        for (long number : deed.before().restricted(target).numbers()) {
            Invariant.check(
                    listed.contains(number)
                            || !deed.after().restriction(number).orElseThrow().isActive(deed.blockTimeMillis()),
                    "I16: restriction %s is active and forgotten",
                    number);
        }
    }

    /** Invariant I17: an order moves what it names, each unit of it once, and nothing else moves with it. */
    static void ordersAreObeyed(Deed deed) {
        Map<Long, Optional<Order>> orders = deed.after().changed(Tables.ORDERS);
        switch (deed.operation()) {
            case RegisterOrder register ->
                orders.forEach((number, order) -> Invariant.check(
                        deed.before().order(number).isEmpty()
                                && order.orElseThrow().quantityUsed() == 0
                                && order.orElseThrow().authority().equals(deed.sender()),
                        "I17: order %s is not a new one of party %s",
                        number,
                        deed.sender()));
            case ForceTransfer force -> isObeyed(force, orders, deed);
            default ->
                Invariant.check(
                        orders.isEmpty(),
                        "I17: %s changed the orders %s",
                        deed.operation().getClass().getSimpleName(),
                        orders.keySet());
        }
    }

    private static void isObeyed(ForceTransfer force, Map<Long, Optional<Order>> orders, Deed deed) {
        Order before = deed.before().order(force.order()).orElseThrow();
        Order after = before.afterTaking(force.units());
        Invariant.check(
                orders.equals(Map.of(force.order(), Optional.of(after))),
                "I17: order %s was not used up",
                before.number());
        Invariant.check(after.quantityLeft() >= 0, "I17: more was taken than order %s allows", before.number());
        Sums<PositionKey> moved = new Sums<>();
        deed.positions().forEach(change -> moved.add(change.key(), change.gained()));
        Map<PositionKey, Long> ordered = Map.of(
                new PositionKey(before.from(), before.asset()),
                -force.units(),
                new PositionKey(before.to(), before.asset()),
                force.units());
        Invariant.check(moved.asMap().equals(ordered), "I17: order %s moved %s", before.number(), moved);
        Restriction held = deed.before().restriction(before.restriction()).orElseThrow();
        Restriction left = deed.after().restriction(before.restriction()).orElseThrow();
        Invariant.check(
                isByOrder(held, left, force, deed),
                "I16: order %s took %s, and restriction %s stays as it was",
                before.number(),
                force.units(),
                held.number());
    }
}
