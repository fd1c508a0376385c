package org.khazana.api.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.khazana.ledger.claim.Blocks;
import org.khazana.ledger.claim.EncumbranceId;
import org.khazana.ledger.claim.EncumbranceKind;
import org.khazana.ledger.claim.OrderKind;
import org.khazana.ledger.claim.PledgeKind;
import org.khazana.ledger.claim.RestrictionGround;
import org.khazana.ledger.claim.RestrictionScope;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.serial.SerialRange;
import org.khazana.ledger.serial.SerialSet;
import org.khazana.ledger.state.Encumbrance;
import org.khazana.ledger.state.Order;
import org.khazana.ledger.state.Pledge;
import org.khazana.ledger.state.Restricted;
import org.khazana.ledger.state.Restriction;
import org.khazana.ledger.state.RestrictionTarget;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.table.Change;

/** What others may demand of what Amna holds in account 5001: a pledge, two restrictions, one that is over, one on tokens, an order. */
final class FakeClaims {
    private static final EncumbranceId PLEDGE = new EncumbranceId(EncumbranceKind.PLEDGE, 17, 2);
    private static final SerialSet SERIALS = SerialSet.of(List.of(new SerialRange(17, 10)));
    private static final SerialSet PLEDGED = SerialSet.of(List.of(new SerialRange(31, 50)));
    private static final AccountId ACCOUNT = new AccountId(5001);

    private FakeClaims() {}

    static List<Change> all() {
        List<Restriction> restrictions = List.of(
                restriction(
                        1,
                        RestrictionTarget.of(ACCOUNT, FakeGateway.BILL),
                        Blocks.DEBIT,
                        Optional.of(300L),
                        Optional.empty()),
                restriction(2, RestrictionTarget.of(new PartyId(5)), Blocks.CREDIT, Optional.empty(), Optional.empty()),
                restriction(3, RestrictionTarget.of(ACCOUNT), Blocks.BOTH, Optional.empty(), Optional.of(2L)),
                restriction(
                        4,
                        RestrictionTarget.ofSerials(FakeGateway.BILL),
                        Blocks.DEBIT,
                        Optional.empty(),
                        Optional.empty()));
        List<Change> changes = new ArrayList<>();
        for (Restriction restriction : restrictions) {
            changes.add(Tables.RESTRICTIONS.put(restriction));
            changes.add(new Restricted(restriction.target(), List.of(restriction.number())).set());
        }
        changes.add(Tables.ENCUMBRANCES.put(new Encumbrance(
                PLEDGE,
                ACCOUNT,
                FakeGateway.BILL,
                PLEDGED.count(),
                PLEDGED,
                new PartyId(7),
                "loan 4",
                Optional.empty())));
        changes.add(Tables.PLEDGES.put(
                new Pledge(17, PledgeKind.PLEDGE, 2, new PartyId(7), 14, Optional.empty(), Pledge.Status.STANDING)));
        changes.add(Tables.ORDERS.put(new Order(
                7,
                OrderKind.FORFEIT,
                1,
                new PartyId(30),
                ACCOUNT,
                new AccountId(1001),
                FakeGateway.BILL,
                100,
                0,
                List.of(PLEDGE),
                "C.P. 17/2026",
                FakeGateway.hashOf(3),
                4_000_000_000_000L)));
        return changes;
    }

    private static Restriction restriction(
            long number, RestrictionTarget target, Blocks blocks, Optional<Long> quantity, Optional<Long> until) {
        return new Restriction(
                number,
                RestrictionGround.COURT,
                target,
                blocks,
                quantity,
                target.scope() == RestrictionScope.SERIALS ? SERIALS : SerialSet.NONE,
                new PartyId(30),
                "C.P. 17/2026",
                FakeGateway.hashOf(3),
                1,
                until,
                Restriction.Status.ACTIVE);
    }
}
