package org.khazana.ledger.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.khazana.ledger.execution.TestNetwork.BILL;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.khazana.ledger.claim.Blocks;
import org.khazana.ledger.claim.ClaimLimits;
import org.khazana.ledger.claim.OrderKind;
import org.khazana.ledger.claim.RestrictionGround;
import org.khazana.ledger.claim.RestrictionScope;
import org.khazana.ledger.crypto.Domain;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.operation.AmendRestriction;
import org.khazana.ledger.operation.ForceTransfer;
import org.khazana.ledger.operation.Leg;
import org.khazana.ledger.operation.Operation;
import org.khazana.ledger.operation.PlaceRestriction;
import org.khazana.ledger.operation.RegisterOrder;
import org.khazana.ledger.operation.RenumberLots;
import org.khazana.ledger.operation.RetireTokens;
import org.khazana.ledger.operation.SettleNow;
import org.khazana.ledger.operation.TransferTokens;
import org.khazana.ledger.refusal.Refusal;
import org.khazana.ledger.refusal.RefusalCode;
import org.khazana.ledger.rules.Debit;
import org.khazana.ledger.rules.LotChoice;
import org.khazana.ledger.serial.SerialRange;
import org.khazana.ledger.serial.SerialSet;
import org.khazana.ledger.state.Asset;
import org.khazana.ledger.state.Holding;
import org.khazana.ledger.state.LedgerOverlay;
import org.khazana.ledger.state.Lot;
import org.khazana.ledger.state.LotByLength;
import org.khazana.ledger.state.LotKey;
import org.khazana.ledger.state.Order;
import org.khazana.ledger.state.Position;
import org.khazana.ledger.state.Restriction;
import org.khazana.ledger.state.RestrictionTarget;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.state.Units;

/** What stops business when tokens go that authorities have named: each bug is made by hand, past the rules. */
class RestrictedTokenProofTest {
    private static final AccountId DEALER_ACCOUNT = new AccountId(3001);
    private static final AccountId COURT_ACCOUNT = new AccountId(41001);
    private static final Hash DOCUMENT = Domain.GENESIS.hash(new byte[] {1});

    private final TestNetwork network = new TestNetwork();
    private LedgerOverlay ledger = new LedgerOverlay(network.state());

    /** 100 held, of which a court restricts 41 to 50; order 1 takes up to 5 of them. */
    @BeforeEach
    void restrict() {
        done(TestNetwork.bill(BILL), TestNetwork.MINISTRY, TestNetwork.CENTRAL_BANK);
        done(TestNetwork.issue(3001, 100), TestNetwork.MINISTRY, TestNetwork.CENTRAL_BANK);
        done(placed(1, 41, 10), TestNetwork.COURT);
        done(
                new RegisterOrder(
                        1,
                        OrderKind.FORFEIT,
                        1,
                        DEALER_ACCOUNT,
                        COURT_ACCOUNT,
                        BILL,
                        5,
                        List.of(),
                        "case",
                        DOCUMENT,
                        TestNetwork.START_MILLIS + 86_400_000),
                TestNetwork.COURT,
                TestNetwork.CENTRAL_BANK);
        ledger = new LedgerOverlay(network.state());
    }

    private static PlaceRestriction placed(long number, long first, long count) {
        return new PlaceRestriction(
                number,
                RestrictionGround.COURT,
                RestrictionScope.SERIALS,
                Optional.empty(),
                Optional.empty(),
                Optional.of(BILL),
                Blocks.DEBIT,
                Optional.empty(),
                "case",
                DOCUMENT,
                Optional.empty(),
                List.of(new SerialRange(first, count)));
    }

    private void done(Operation operation, long... signers) {
        assertThat(network.submit(operation, signers).refusals()).isEmpty();
    }

    private PlantedDeed deed(Operation operation) {
        return PlantedDeed.of(network, ledger, operation, TestNetwork.COURT);
    }

    private void assertBroken(Operation operation, String sentence) {
        deed(operation).isStoppedBy(sentence);
    }

    private void move(long first, long count, AccountId to) {
        // Each move as if it were a transaction of its own, as passages are numbered within one.
        new Postings(ledger, network.occasion(Math.toIntExact(first)))
                .move(
                        new Debit(DEALER_ACCOUNT, BILL, count, List.of()),
                        to,
                        new LotChoice.Chosen(List.of(new SerialRange(first, count))));
    }

    private Restriction court() {
        return network.state().restriction(1).orElseThrow();
    }

    private void amount(SerialSet serials) {
        ledger.apply(Tables.RESTRICTIONS.put(court().without(court().serials().without(serials))));
    }

    @Test
    @DisplayName("I8: a restricted token does not change hands, others beside it do")
    void aRestrictedTokenStays() {
        move(1, 40, COURT_ACCOUNT);
        deed(TestNetwork.transfer(3001, 41001, 40)).isSound();
        move(41, 1, COURT_ACCOUNT);
        assertBroken(
                TestNetwork.transfer(3001, 41001, 41), "I8: TransferTokens moves restricted tokens of PK0000000007");
        // Nor does it by an order for other tokens, or one whose restriction does not lose it.
        assertBroken(new ForceTransfer(1, 1), "I8: ForceTransfer moves restricted tokens");
    }

    @Test
    @DisplayName("I8: where rules counted half-way through a settlement, the proof does not take all for restricted")
    void whatNobodyCountedBeforeIsNoBug() {
        // Every other one of 101 to 612 is Amna's: she has 256 lots and the dealer one more, which is one too many.
        done(TestNetwork.issue(3001, 500), TestNetwork.MINISTRY, TestNetwork.CENTRAL_BANK);
        done(TestNetwork.issue(3001, 100), TestNetwork.MINISTRY, TestNetwork.CENTRAL_BANK);
        done(TestNetwork.deposit(5001, 10, "R1"), TestNetwork.CENTRAL_BANK);
        for (long first = 101; first < 612; first += 32) {
            List<SerialRange> scattered = everyOther(first);
            done(
                    new TransferTokens(BILL, DEALER_ACCOUNT, new AccountId(5001), scattered.size(), scattered),
                    TestNetwork.DEALER);
        }
        done(placed(2, 101, 300), TestNetwork.COURT);
        assertThat(network.submit(TestNetwork.transfer(3001, 5001, 1), TestNetwork.DEALER)
                        .refusals())
                .extracting(Refusal::code)
                .containsExactly(RefusalCode.LOTS_TOO_MANY);

        // What comes in first joins lots, until these can be counted.
        List<SerialRange> between = everyOther(431);
        done(
                new SettleNow(
                        List.of(
                                new Leg(new AccountId(5001), DEALER_ACCOUNT, BILL, 16, between),
                                TestNetwork.leg(3001, 5001, BILL, 40),
                                TestNetwork.leg(5001, 3001, TestNetwork.PKR, 5)),
                        Optional.empty()),
                TestNetwork.DEALER,
                TestNetwork.CUSTODIAN);
        done(new RenumberLots(BILL, DEALER_ACCOUNT), TestNetwork.CENTRAL_BANK);
        done(TestNetwork.transfer(3001, 5001, 1), TestNetwork.DEALER);
    }

    @Test
    @DisplayName("A restriction names no more ranges than it may, also when an order takes tokens from between others")
    void anOrderLeavesNoMoreRangesThanThereMayBe() {
        done(TestNetwork.issue(3001, 300), TestNetwork.MINISTRY, TestNetwork.CENTRAL_BANK);
        for (long first = 101; first < 357; first += 32) {
            done(
                    new TransferTokens(BILL, DEALER_ACCOUNT, new AccountId(5001), 16, everyOther(first)),
                    TestNetwork.DEALER);
        }
        done(placed(2, 101, 256), TestNetwork.COURT);
        done(
                new RegisterOrder(
                        2,
                        OrderKind.FORFEIT,
                        2,
                        new AccountId(5001),
                        COURT_ACCOUNT,
                        BILL,
                        128,
                        List.of(),
                        "case",
                        DOCUMENT,
                        TestNetwork.START_MILLIS + 86_400_000),
                TestNetwork.COURT,
                TestNetwork.CENTRAL_BANK);

        assertScattered(new ForceTransfer(2, 65));
        done(new ForceTransfer(2, 64), TestNetwork.COURT, TestNetwork.CENTRAL_BANK);
        assertScattered(new ForceTransfer(2, 1));
        assertThat(network.state().restriction(2).orElseThrow().serials().ranges())
                .hasSize(ClaimLimits.SERIAL_RANGES_MAX);
    }

    private void assertScattered(ForceTransfer force) {
        assertThat(network.submit(force, TestNetwork.COURT, TestNetwork.CENTRAL_BANK)
                        .refusals())
                .extracting(Refusal::code)
                .containsExactly(RefusalCode.LOTS_TOO_MANY);
    }

    /** Sixteen single ones. */
    private static List<SerialRange> everyOther(long first) {
        return LongStream.range(0, 16)
                .mapToObj(place -> new SerialRange(first + 2 * place, 1))
                .toList();
    }

    @Test
    @DisplayName("I8: a restricted token is not retired")
    void aRestrictedTokenIsNotRetired() {
        LotPostings lots = new LotPostings(ledger, network.occasion(0), 0);
        lots.retire(BILL, new SerialRange(51, 50), DEALER_ACCOUNT);
        left(50);
        deed(new RetireTokens(BILL, DEALER_ACCOUNT, 50, List.of())).isSound();
        lots.retire(BILL, new SerialRange(50, 1), DEALER_ACCOUNT);
        left(49);
        assertBroken(new RetireTokens(BILL, DEALER_ACCOUNT, 51, List.of()), "I8: RetireTokens moves restricted tokens");
    }

    /** Of the hundred so many are left, in the figures. */
    private void left(long tokens) {
        ledger.apply(new Position(DEALER_ACCOUNT, BILL, tokens).set());
        ledger.apply(new Holding(TestNetwork.id(TestNetwork.DEALER), BILL, tokens).set());
        Asset bill = network.state().asset(BILL).orElseThrow();
        ledger.apply(Tables.ASSETS.put(bill.withUnits(new Units(tokens, 100 - tokens, 101))));
    }

    @Test
    @DisplayName("I8: a restricted token keeps its serial")
    void aRestrictedTokenKeepsItsSerial() {
        Lot lot = network.state().get(Tables.LOTS, new LotKey(BILL, 1)).orElseThrow();
        new Postings(ledger, network.occasion(0))
                .renumber(
                        DEALER_ACCOUNT,
                        BILL,
                        List.of(new LotByLength(DEALER_ACCOUNT, BILL, lot.length(), lot.first(), 0)));
        assertBroken(new RenumberLots(BILL, DEALER_ACCOUNT), "I8: RenumberLots moves restricted tokens");
    }

    @Test
    @DisplayName("I8: the posting engine chooses no restricted token by itself")
    void thePostingEngineChoosesNone() {
        Postings postings = new Postings(ledger, network.occasion(0));
        assertThatThrownBy(() -> postings.move(TestNetwork.leg(3001, 5001, BILL, 91)))
                .hasMessageContaining("it cannot give as many: Refused[code=QUANTITY_NOT_AVAILABLE]");
        assertThatThrownBy(() -> postings.move(
                        new Debit(DEALER_ACCOUNT, BILL, 1, List.of(new SerialRange(50, 1))), COURT_ACCOUNT))
                .hasMessageContaining("Refused[code=DEBIT_BLOCKED]");
    }

    @Test
    @DisplayName("I8, I17: an order takes just what its restriction loses, as many as it says, to whom it says")
    void anOrderTakesJustWhatItsRestrictionLoses() {
        ForceTransfer force = new ForceTransfer(1, 2);
        SerialSet left = SerialSet.of(List.of(new SerialRange(43, 8)));
        take(COURT_ACCOUNT);
        amount(left);
        deed(force).isSound();
        assertBroken(new ForceTransfer(1, 3), "I17: order 1 for 3 units takes");

        // Others than those that left.
        amount(SerialSet.of(List.of(new SerialRange(41, 8))));
        assertBroken(force, "I8: ForceTransfer moves restricted tokens");
        // To somebody else.
        ledger = new LedgerOverlay(network.state());
        take(new AccountId(5001));
        amount(left);
        assertBroken(force, "I8: ForceTransfer moves restricted tokens");
    }

    /** The first two, by the order. */
    private void take(AccountId to) {
        move(41, 2, to);
        ledger.apply(Tables.ORDERS.put(network.state().order(1).orElseThrow().afterTaking(2)));
    }

    @Test
    @DisplayName("I16: which tokens a restriction names its authority does not change, nor does an order add any")
    void whichTokensStaysAsItIs() {
        AmendRestriction amend = new AmendRestriction(1, Blocks.DEBIT, Optional.empty(), Optional.empty(), DOCUMENT);
        amount(SerialSet.of(List.of(new SerialRange(41, 9))));
        assertBroken(amend, "I16: AmendRestriction by party 41 changed restriction 1");
        // Two are lost, where the order takes one.
        amount(SerialSet.of(List.of(new SerialRange(43, 8))));
        assertBroken(new ForceTransfer(1, 1), "I16: ForceTransfer by party 41 changed restriction 1");
        Order order = network.state().order(1).orElseThrow();
        assertThat(order.restriction()).isEqualTo(1);
        Restriction more = new Restriction(
                1,
                court().ground(),
                court().target(),
                court().blocks(),
                Optional.empty(),
                SerialSet.of(List.of(new SerialRange(42, 10))),
                court().authority(),
                court().caseReference(),
                court().documentHash(),
                court().fromMillis(),
                court().untilMillis(),
                court().status());
        ledger.apply(Tables.RESTRICTIONS.put(more));
        assertBroken(new ForceTransfer(1, 1), "I16: ForceTransfer by party 41 changed restriction 1");
    }

    @Test
    @DisplayName(
            "I16: a recount finds restrictions that name what they cannot, and those that their asset has forgotten")
    void aRecountLooksAtWhatIsNamed() {
        ledger.apply(Tables.RESTRICTIONS.put(named(SerialSet.NONE, RestrictionTarget.ofSerials(BILL))));
        assertThat(Recount.mismatches(ledger))
                .singleElement()
                .asString()
                .contains("restriction 1 on one SERIALS names");
        SerialSet beyond = SerialSet.of(List.of(new SerialRange(100, 2)));
        ledger.apply(Tables.RESTRICTIONS.put(named(beyond, RestrictionTarget.ofSerials(BILL))));
        assertThat(Recount.mismatches(ledger)).singleElement().asString().contains("of serials up to 101");
        ledger = new LedgerOverlay(network.state());
        ledger.apply(Tables.RESTRICTED.removal(court().target()));
        assertThat(Recount.mismatches(ledger)).hasSize(1);
        assertBroken(placed(2, 1, 1), "I16: restriction 1 is active and forgotten");
    }

    private Restriction named(SerialSet serials, RestrictionTarget target) {
        return new Restriction(
                1,
                court().ground(),
                target,
                Blocks.DEBIT,
                Optional.empty(),
                serials,
                court().authority(),
                "case",
                DOCUMENT,
                court().fromMillis(),
                Optional.empty(),
                Restriction.Status.ACTIVE);
    }
}
