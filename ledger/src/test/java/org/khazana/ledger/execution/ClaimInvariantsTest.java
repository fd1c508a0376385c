package org.khazana.ledger.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.khazana.ledger.execution.TestNetwork.BILL;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.khazana.ledger.claim.Blocks;
import org.khazana.ledger.claim.EncumbranceId;
import org.khazana.ledger.claim.EncumbranceKind;
import org.khazana.ledger.claim.OrderKind;
import org.khazana.ledger.claim.PledgeKind;
import org.khazana.ledger.claim.RestrictionGround;
import org.khazana.ledger.claim.RestrictionScope;
import org.khazana.ledger.crypto.Domain;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.operation.CreatePledge;
import org.khazana.ledger.operation.EnforcePledge;
import org.khazana.ledger.operation.ForceTransfer;
import org.khazana.ledger.operation.LiftRestriction;
import org.khazana.ledger.operation.Operation;
import org.khazana.ledger.operation.PlaceRestriction;
import org.khazana.ledger.operation.RegisterOrder;
import org.khazana.ledger.operation.ReleasePledge;
import org.khazana.ledger.state.Encumbrance;
import org.khazana.ledger.state.LedgerOverlay;
import org.khazana.ledger.state.Order;
import org.khazana.ledger.state.Position;
import org.khazana.ledger.state.Restriction;
import org.khazana.ledger.state.Tables;

/** What stops a node when somebody's claim is passed over: each bug is made by hand, past the rules. */
class ClaimInvariantsTest {
    private static final AccountId DEALER_ACCOUNT = new AccountId(3001);
    private static final EncumbranceId PLEDGE = new EncumbranceId(EncumbranceKind.PLEDGE, 1, 1);
    private static final Hash DOCUMENT = Domain.GENESIS.hash(new byte[] {1});

    private final TestNetwork network = new TestNetwork();
    private LedgerOverlay ledger = new LedgerOverlay(network.state());

    /** 100 held, of which 30 are pledged and 50 held back by a court under restriction 1; order 1 takes up to 20 of them. */
    @BeforeEach
    void claim() {
        done(TestNetwork.bill(BILL), TestNetwork.MINISTRY, TestNetwork.CENTRAL_BANK);
        done(TestNetwork.issue(3001, 100), TestNetwork.MINISTRY, TestNetwork.CENTRAL_BANK);
        done(
                new CreatePledge(
                        1,
                        PledgeKind.PLEDGE,
                        DEALER_ACCOUNT,
                        BILL,
                        30,
                        TestNetwork.id(TestNetwork.AMNA),
                        0,
                        Optional.empty(),
                        Optional.empty()),
                TestNetwork.DEALER);
        done(restriction(1), TestNetwork.COURT);
        done(
                new RegisterOrder(
                        1,
                        OrderKind.FORFEIT,
                        1,
                        DEALER_ACCOUNT,
                        new AccountId(41001),
                        BILL,
                        20,
                        List.of(),
                        "case",
                        DOCUMENT,
                        TestNetwork.START_MILLIS + 86_400_000),
                TestNetwork.COURT,
                TestNetwork.CENTRAL_BANK);
        ledger = new LedgerOverlay(network.state());
    }

    private static PlaceRestriction restriction(long number) {
        return new PlaceRestriction(
                number,
                RestrictionGround.COURT,
                RestrictionScope.POSITION,
                Optional.empty(),
                Optional.of(DEALER_ACCOUNT),
                Optional.of(BILL),
                Blocks.DEBIT,
                Optional.of(50L),
                "case",
                DOCUMENT,
                Optional.empty());
    }

    private void done(Operation operation, long... signers) {
        assertThat(network.submit(operation, signers).refusals()).isEmpty();
    }

    private PlantedDeed deed(Operation operation, long sender) {
        return PlantedDeed.of(network, ledger, operation, sender);
    }

    private void assertEncumbrancesBroken(String sentence) {
        deed(new ReleasePledge(1), TestNetwork.AMNA).isStoppedBy(sentence);
    }

    private Position position() {
        return network.state().position(DEALER_ACCOUNT, BILL);
    }

    private Restriction court() {
        return network.state().restriction(1).orElseThrow();
    }

    @Test
    @DisplayName("I7: what is encumbered is the sum of the encumbrances")
    void encumbrancesAndPositionsAgree() {
        ledger.apply(position().withEncumbered(29).set());
        assertEncumbrancesBroken("I7: what is encumbered changes by");
        ledger = new LedgerOverlay(network.state());
        ledger.apply(Tables.ENCUMBRANCES.removal(PLEDGE));
        assertEncumbrancesBroken("I7: what is encumbered changes by {}");
        assertThat(Recount.mismatches(ledger))
                .containsExactly("account 3001 has 30 of PK0000000007 encumbered, but its encumbrances sum to null");
    }

    @Test
    @DisplayName("I7: no more is encumbered than is held")
    void noMoreIsEncumberedThanHeld() {
        Encumbrance more = network.state().encumbrance(PLEDGE).orElseThrow().withQuantity(101);
        ledger.apply(Tables.ENCUMBRANCES.put(more));
        ledger.apply(position().withEncumbered(101).set());
        assertEncumbrancesBroken("I7: more encumbered than held");
        assertThat(Recount.mismatches(ledger))
                .containsExactly("account 3001 has more of PK0000000007 encumbered than it holds");
        ledger.apply(position().withEncumbered(-1).set());
        assertEncumbrancesBroken("I7: more encumbered than held, or less than nothing");
    }

    @Test
    @DisplayName("I7: the posting engine sets nothing aside twice and moves nothing that is set aside")
    void thePostingEngineKeepsToIt() {
        Postings postings = new Postings(ledger, network.occasion(0));
        Encumbrance pledge = network.state().encumbrance(PLEDGE).orElseThrow();

        assertThatThrownBy(() -> postings.encumber(pledge)).hasMessageContaining("is there already");
        assertThatThrownBy(() -> postings.move(TestNetwork.leg(3001, 5001, BILL, 71)))
                .hasMessageContaining("less of PK0000000007 than is encumbered");
        assertThatThrownBy(() -> postings.free(List.of(PLEDGE), 31)).hasMessageContaining("1 units more");
    }

    @Test
    @DisplayName("I8: what authorities hold back is still there after a debit, or a new claim")
    void whatIsHeldBackStays() {
        new Postings(ledger, network.occasion(0)).move(TestNetwork.leg(3001, 5001, BILL, 21));
        deed(TestNetwork.transfer(3001, 5001, 21), TestNetwork.DEALER)
                .isStoppedBy("I8: TransferTokens left what holds back 50");
        ledger = new LedgerOverlay(network.state());
        Encumbrance more = network.state().encumbrance(PLEDGE).orElseThrow().withQuantity(51);
        ledger.apply(Tables.ENCUMBRANCES.put(more));
        ledger.apply(position().withEncumbered(51).set());
        deed(new ReleasePledge(1), TestNetwork.AMNA).isStoppedBy("I8: ReleasePledge left what holds back 50");
    }

    @Test
    @DisplayName("I8: a creditor takes what was set aside for it and no more")
    void aCreditorTakesNoMore() {
        new Postings(ledger, network.occasion(0)).move(TestNetwork.leg(3001, 5001, BILL, 1));
        deed(new EnforcePledge(1, new AccountId(5001)), TestNetwork.CENTRAL_BANK)
                .isStoppedBy("I8: a creditor took more than was set aside");
    }

    @Test
    @DisplayName("I16: nobody else changes a restriction")
    void nobodyElseChangesARestriction() {
        ledger.apply(Tables.RESTRICTIONS.put(court().with(Restriction.Status.LIFTED)));
        Operation lift = new LiftRestriction(1, DOCUMENT);
        deed(lift, TestNetwork.REGULATOR)
                .isStoppedBy("I16: LiftRestriction by party 40 changed restriction 1 of party 41");
        deed(lift, TestNetwork.OTHER_COURT).isStoppedBy("I16: LiftRestriction by party 42 changed restriction 1");
        deed(TestNetwork.transfer(3001, 5001, 1), TestNetwork.COURT)
                .isStoppedBy("I16: TransferTokens by party 41 changed restriction 1");
        deed(restriction(1), TestNetwork.COURT).isStoppedBy("I16: PlaceRestriction by party 41 changed restriction 1");
        deed(lift, TestNetwork.COURT).isSound();
    }

    @Test
    @DisplayName("I16: an order takes from its restriction what it moves")
    void anOrderTakesWhatItMovesFromItsRestriction() {
        ledger.apply(Tables.RESTRICTIONS.put(court().reducedBy(11)));
        take(11);
        deed(new ForceTransfer(1, 10), TestNetwork.COURT)
                .isStoppedBy("I16: ForceTransfer by party 41 changed restriction 1");
        deed(new ForceTransfer(1, 11), TestNetwork.COURT).isSound();
    }

    /** As the order says, but for what its restriction loses. */
    private void take(long units) {
        new Postings(ledger, network.occasion(0)).move(TestNetwork.leg(3001, 41001, BILL, units));
        ledger.apply(Tables.ORDERS.put(order().afterTaking(units)));
    }

    private Order order() {
        return network.state().order(1).orElseThrow();
    }

    @Test
    @DisplayName("I16: no active restriction is forgotten by its target")
    void noneIsForgotten() {
        ledger.apply(Tables.RESTRICTED.removal(court().target()));
        deed(new LiftRestriction(1, DOCUMENT), TestNetwork.COURT)
                .isStoppedBy("I16: restriction 1 is active and forgotten");
        assertThat(Recount.mismatches(ledger)).hasSize(1);
    }

    @Test
    @DisplayName("I17: an order is used up by what it moves, and allows no more")
    void anOrderIsUsedUp() {
        Operation force = new ForceTransfer(1, 10);
        Postings postings = new Postings(ledger, network.occasion(1));
        postings.move(TestNetwork.leg(3001, 41001, BILL, 10));
        deed(force, TestNetwork.COURT).isStoppedBy("I17: order 1 was not used up");
        ledger.apply(Tables.ORDERS.put(order().afterTaking(10)));
        deed(TestNetwork.transfer(3001, 41001, 10), TestNetwork.COURT)
                .isStoppedBy("I17: TransferTokens changed the orders [1]");
        deed(force, TestNetwork.COURT).isStoppedBy("I16: order 1 took 10, and restriction 1 stays as it was");
        ledger.apply(Tables.RESTRICTIONS.put(court().reducedBy(10)));
        deed(force, TestNetwork.COURT).isSound();
        postings.move(TestNetwork.leg(3001, 5001, BILL, 1));
        deed(force, TestNetwork.COURT).isStoppedBy("I17: order 1 moved");
        ledger.apply(Tables.ORDERS.put(order().afterTaking(21)));
        ledger.apply(Tables.RESTRICTIONS.put(court().reducedBy(21)));
        deed(new ForceTransfer(1, 21), TestNetwork.COURT).isStoppedBy("I17: more was taken than order 1");
    }

    @Test
    @DisplayName("I17: an order that is put on record is a new one, of its sender, and nothing was taken by it")
    void anOrderBeginsAsANewOne() {
        Operation register = new RegisterOrder(
                1,
                OrderKind.FORFEIT,
                1,
                DEALER_ACCOUNT,
                new AccountId(41001),
                BILL,
                20,
                List.of(),
                "case",
                DOCUMENT,
                TestNetwork.START_MILLIS + 86_400_000);
        ledger.apply(Tables.ORDERS.put(order()));
        deed(register, TestNetwork.COURT).isStoppedBy("I17: order 1 is not a new one of party 41");
    }
}
