package org.khazana.ledger.execution;

import org.khazana.ledger.Invariant;
import org.khazana.ledger.operation.ForceTransfer;
import org.khazana.ledger.operation.OrderOperation;
import org.khazana.ledger.operation.RegisterOrder;
import org.khazana.ledger.rules.Debit;
import org.khazana.ledger.rules.LotChoice;
import org.khazana.ledger.rules.OrderRules;
import org.khazana.ledger.rules.OrderTokens;
import org.khazana.ledger.serial.SerialSet;
import org.khazana.ledger.state.LedgerOverlay;
import org.khazana.ledger.state.Order;
import org.khazana.ledger.state.Position;
import org.khazana.ledger.state.Restriction;
import org.khazana.ledger.state.Tables;

/** Carries out what authorities order. */
final class Orders {
    private Orders() {}

    static void perform(OrderOperation operation, Performance performance) {
        switch (operation) {
            case RegisterOrder register -> register(register, performance);
            case ForceTransfer force -> force(force, performance);
        }
    }

    private static void register(RegisterOrder register, Performance performance) {
        OrderRules.judge(register, performance.circumstances(), performance.findings());
        if (performance.findings().areNone()) {
            performance
                    .ledger()
                    .apply(Tables.ORDERS.put(new Order(
                            register.order(),
                            register.kind(),
                            register.restriction(),
                            performance.circumstances().signers().sender(),
                            register.from(),
                            register.to(),
                            register.asset(),
                            register.quantityMax(),
                            0,
                            register.overrides(),
                            register.caseReference(),
                            register.documentHash(),
                            register.until())));
        }
    }

    private static void force(ForceTransfer force, Performance performance) {
        OrderRules.judge(force, performance.circumstances(), performance.findings());
        if (performance.findings().areNone()) {
            LedgerOverlay ledger = performance.ledger();
            Order order = ledger.order(force.order()).orElseThrow();
            LotChoice.Chosen tokens = tokens(order, force.units(), performance);
            makeRoom(order, force.units(), SerialSet.of(tokens.ranges()), performance);
            performance.postings().move(Debit.of(order, force.units()), order.to(), tokens);
            ledger.apply(Tables.ORDERS.put(order.afterTaking(force.units())));
            Restriction held = ledger.restriction(order.restriction()).orElseThrow();
            Restrictions.put(
                    held.isOfSerials() ? held.without(SerialSet.of(tokens.ranges())) : held.reducedBy(force.units()),
                    ledger);
        }
    }

    private static LotChoice.Chosen tokens(Order order, long units, Performance performance) {
        LotChoice choice = OrderTokens.choose(order, units, performance.circumstances());
        Invariant.check(
                choice instanceof LotChoice.Chosen, "order %s cannot take %s: %s", order.number(), units, choice);
        return (LotChoice.Chosen) choice;
    }

    /** Encumbrances that the order names give way, no more than need be: first those tokens that go, then any units. */
    private static void makeRoom(Order order, long units, SerialSet tokens, Performance performance) {
        LedgerOverlay ledger = performance.ledger();
        performance.postings().dropExpired(order.from(), order.asset());
        performance.postings().giveUp(order.overrides(), tokens);
        Position position = ledger.position(order.from(), order.asset());
        performance.postings().free(order.overrides(), position.encumbered() - (position.quantity() - units));
        Pledges.noteOverridden(order.overrides(), ledger);
    }
}
