package org.khazana.simulation.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.khazana.ledger.claim.Blocks;
import org.khazana.ledger.claim.EncumbranceId;
import org.khazana.ledger.claim.EncumbranceKind;
import org.khazana.ledger.claim.OrderKind;
import org.khazana.ledger.claim.PledgeKind;
import org.khazana.ledger.claim.RestrictionGround;
import org.khazana.ledger.claim.RestrictionScope;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.serial.SerialRange;
import org.khazana.ledger.serial.SerialSet;
import org.khazana.ledger.state.Encumbrance;
import org.khazana.ledger.state.LedgerView;
import org.khazana.ledger.state.Order;
import org.khazana.ledger.state.Pledge;
import org.khazana.ledger.state.Position;
import org.khazana.ledger.state.PositionKey;
import org.khazana.ledger.state.Restricted;
import org.khazana.ledger.state.Restriction;
import org.khazana.ledger.state.RestrictionTarget;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.table.Change;

/** What every state of the ledger does with what others may demand of what somebody holds. */
abstract class ClaimsContract extends InstrumentsContract {
    private static final AssetCode RUPEE = new AssetCode("PKR");
    private static final AssetCode BILL = new AssetCode("PK0000000001");
    private static final AccountId ACCOUNT = new AccountId(7);
    private static final SerialSet SERIALS =
            SerialSet.of(List.of(new SerialRange(1, 5), new SerialRange(9, Long.MAX_VALUE - 9)));

    @Test
    protected void encumbrancesAreReadBackEqualAndFoundByTheirPosition() {
        Encumbrance first = encumbrance(EncumbranceKind.PLEDGE, 5, 1, BILL, Optional.of(-1L));
        Encumbrance second = encumbrance(EncumbranceKind.PLEDGE, 5, 2, BILL, Optional.empty());
        Encumbrance lien =
                encumbrance(EncumbranceKind.LIEN, 1, 1, BILL, Optional.empty()).withSerials(SERIALS);
        Encumbrance ofCash = encumbrance(EncumbranceKind.SETTLEMENT, 9, 1, RUPEE, Optional.empty());
        Encumbrance released = encumbrance(EncumbranceKind.PLEDGE, 6, 1, BILL, Optional.empty());

        LedgerView view = after(Stream.concat(
                        Stream.of(second, lien, released, ofCash, first).map(Tables.ENCUMBRANCES::put),
                        Stream.of(Tables.ENCUMBRANCES.removal(released.id()), new Position(ACCOUNT, BILL, 9, 3).set()))
                .toList());

        assertThat(view.encumbrancesOn(new PositionKey(ACCOUNT, BILL))).containsExactly(first, second, lien);
        assertThat(view.encumbrancesOn(new PositionKey(ACCOUNT, RUPEE))).containsExactly(ofCash);
        assertThat(view.encumbrancesOn(new PositionKey(new AccountId(8), BILL))).isEmpty();
        assertThat(view.encumbrance(released.id())).isEmpty();
        assertThat(view.position(ACCOUNT, BILL)).isEqualTo(new Position(ACCOUNT, BILL, 9, 3));
    }

    private static Encumbrance encumbrance(
            EncumbranceKind kind, long number, int part, AssetCode asset, Optional<Long> until) {
        return new Encumbrance(new EncumbranceId(kind, number, part), ACCOUNT, asset, 3, new PartyId(2), "loan", until);
    }

    @Test
    protected void claimsAreReadBackEqual() {
        Hash document = Hash.of(new byte[Hash.BYTES]);
        List<RestrictionTarget> targets = List.of(
                RestrictionTarget.of(new PartyId(7)),
                RestrictionTarget.of(ACCOUNT),
                RestrictionTarget.of(ACCOUNT, BILL),
                RestrictionTarget.of(BILL),
                RestrictionTarget.ofSerials(BILL));
        Pledge pledge =
                new Pledge(4, PledgeKind.LIEN, 3, new PartyId(2), 14, Optional.of(8L), Pledge.Status.OVERRIDDEN);
        Order order = new Order(
                1,
                OrderKind.ESCHEAT,
                2,
                new PartyId(3),
                ACCOUNT,
                new AccountId(8),
                BILL,
                9,
                5,
                List.of(pledge.encumbrance(), new EncumbranceId(EncumbranceKind.SETTLEMENT, 7, 6)),
                "case",
                document,
                99);
        List<Change> changes = new ArrayList<>(List.of(Tables.PLEDGES.put(pledge), Tables.ORDERS.put(order)));
        List<Restriction> restrictions = new ArrayList<>();
        for (RestrictionTarget target : targets) {
            restrictions.add(new Restriction(
                    restrictions.size() + 1,
                    RestrictionGround.ERROR_HOLD,
                    target,
                    Blocks.BOTH,
                    target.holder() == 7 ? Optional.of(5L) : Optional.empty(),
                    target.scope() == RestrictionScope.SERIALS ? SERIALS : SerialSet.NONE,
                    new PartyId(3),
                    "case",
                    document,
                    7,
                    target.asset().map(asset -> 8L),
                    Restriction.Status.USED_UP));
            changes.add(Tables.RESTRICTIONS.put(restrictions.getLast()));
            changes.add(new Restricted(target, List.of(1L, (long) restrictions.size())).set());
        }
        changes.add(new Restricted(targets.getLast(), List.of()).set());

        LedgerView view = after(changes);

        assertThat(view.pledge(4)).contains(pledge);
        assertThat(view.order(1)).contains(order);
        assertThat(restrictions)
                .allSatisfy(each -> assertThat(view.restriction(each.number())).contains(each));
        assertThat(view.restricted(targets.get(2)).numbers()).containsExactly(1L, 3L);
        assertThat(view.restricted(targets.getLast()).numbers()).isEmpty();
        assertThat(view.restricted(RestrictionTarget.of(new AccountId(8))).numbers())
                .isEmpty();
    }
}
