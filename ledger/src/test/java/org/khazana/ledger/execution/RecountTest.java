package org.khazana.ledger.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.khazana.ledger.execution.TestNetwork.AMNA;
import static org.khazana.ledger.execution.TestNetwork.BILL;
import static org.khazana.ledger.execution.TestNetwork.CENTRAL_BANK;
import static org.khazana.ledger.execution.TestNetwork.CHEN;
import static org.khazana.ledger.execution.TestNetwork.CUSTODIAN;
import static org.khazana.ledger.execution.TestNetwork.DEALER;
import static org.khazana.ledger.execution.TestNetwork.MINISTRY;
import static org.khazana.ledger.execution.TestNetwork.PKR;
import static org.khazana.ledger.execution.TestNetwork.leg;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.khazana.ledger.account.AccountKind;
import org.khazana.ledger.account.DebitRule;
import org.khazana.ledger.authority.Role;
import org.khazana.ledger.claim.EncumbranceId;
import org.khazana.ledger.claim.EncumbranceKind;
import org.khazana.ledger.claim.PledgeKind;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.instrument.AssetAction;
import org.khazana.ledger.instrument.RegisterMode;
import org.khazana.ledger.operation.AmendInstrument;
import org.khazana.ledger.operation.CreateBill;
import org.khazana.ledger.operation.CreatePledge;
import org.khazana.ledger.operation.CreateProgramme;
import org.khazana.ledger.operation.GrantRole;
import org.khazana.ledger.operation.RecountAsset;
import org.khazana.ledger.operation.RenumberLots;
import org.khazana.ledger.operation.RetireTokens;
import org.khazana.ledger.operation.SettleNow;
import org.khazana.ledger.receipt.Receipt;
import org.khazana.ledger.serial.SerialRange;
import org.khazana.ledger.serial.SerialSet;
import org.khazana.ledger.state.Account;
import org.khazana.ledger.state.Asset;
import org.khazana.ledger.state.AssetRecount;
import org.khazana.ledger.state.AssetRecount.Status;
import org.khazana.ledger.state.Encumbrance;
import org.khazana.ledger.state.Holding;
import org.khazana.ledger.state.InMemoryLedgerState;
import org.khazana.ledger.state.Lot;
import org.khazana.ledger.state.LotKey;
import org.khazana.ledger.state.Payment;
import org.khazana.ledger.state.Programme;
import org.khazana.ledger.state.RtgsKey;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.state.Units;
import org.khazana.ledger.table.Change;

class RecountTest {
    private static final AssetCode OTHER_BILL = new AssetCode("PK0000000015");
    private static final Hash HASH = Hash.of(new byte[Hash.BYTES]);

    private final TestNetwork network = new TestNetwork();
    private final Random chance = new Random(7);
    private int references;

    @BeforeEach
    void tokensAndMoneyInSeveralAccounts() {
        List<Receipt> prepared = List.of(
                network.submit(
                        new CreateProgramme("P", "programme", PKR, Long.MAX_VALUE, HASH), MINISTRY, CENTRAL_BANK),
                network.submit(bill(BILL), MINISTRY, CENTRAL_BANK),
                network.submit(bill(OTHER_BILL), MINISTRY, CENTRAL_BANK),
                network.submit(TestNetwork.issue(1001, 300), MINISTRY, CENTRAL_BANK),
                network.submit(TestNetwork.issue(3001, 300), MINISTRY, CENTRAL_BANK),
                network.submit(TestNetwork.issue(5001, 300), MINISTRY, CENTRAL_BANK),
                network.submit(TestNetwork.issue(7001, 300), MINISTRY, CENTRAL_BANK),
                network.submit(TestNetwork.deposit(3001, 5_000, "R1"), CENTRAL_BANK),
                network.submit(TestNetwork.deposit(5001, 5_000, "R2"), CENTRAL_BANK),
                network.submit(new GrantRole(TestNetwork.id(CHEN), Role.AUDITOR), MINISTRY, CENTRAL_BANK));
        assertThat(prepared).allMatch(Receipt::isAccepted);
    }

    private static CreateBill bill(AssetCode isin) {
        return new CreateBill(
                isin,
                "bill",
                CreateBill.CFI_USUAL,
                Optional.of("P"),
                PKR,
                500_000,
                TestNetwork.START_DAY,
                TestNetwork.START_DAY + 364,
                1_000_000,
                1,
                1,
                RegisterMode.NATIVE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void everyUnitIsCountedOnceWhileTheyMoveMintAndVanish() {
        int finished = 0;
        for (int step = 0; step < 450; step++) {
            trade();
            AssetCode asset = chance.nextInt(3) == 0 ? PKR : BILL;
            Optional<AssetRecount> recount = step(asset, 1 + chance.nextInt(5));
            finished += recount.isPresent() ? 1 : 0;
            assertThat(recount.map(AssetRecount::status).orElse(Status.RIGHT)).isEqualTo(Status.RIGHT);
        }
        assertThat(finished).isGreaterThan(20);
        assertThat(network.alarms()).isEmpty();
        assertThat(Recount.mismatches(network.state())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3", "7", "1000"})
    void aPositionThatIsNotWhatItWasStopsTheAsset(int records) {
        damage(1001, quantity -> quantity - 1);

        assertThat(recounted(BILL, records)).isEqualTo(Status.MISMATCH);
        assertThat(network.state().asset(BILL).orElseThrow().paused()).containsExactly(AssetAction.values());
        assertThat(network.submit(TestNetwork.transfer(3001, 5001, 1), DEALER).isAccepted())
                .isFalse();
        assertThat(recounted(PKR, records)).isEqualTo(Status.RIGHT);
        assertThat(network.state().asset(PKR).orElseThrow().paused()).isEmpty();
        assertThat(network.alarms())
                .singleElement()
                .asString()
                .startsWith("recount of PK0000000007, MISMATCH: POSITIONS at ");
    }

    /** Past the rules, as only a bug or damage could. Where the recount finds it: the part, and the place in it. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "more is encumbered than the encumbrances say, BILL, POSITIONS, 3001",
        "an encumbrance that the position does not know, BILL, POSITIONS, 1001",
        "more is outstanding than authorised, BILL, POSITIONS, 7002",
        "a payment that was not made, PKR, PAYMENTS, R2",
        "a payment of another amount, PKR, PAYMENTS, R2",
        "a total that is too large, BILL, HOLDINGS, 3",
        "a total of whoever holds nothing, PKR, HOLDINGS, 6",
        "two totals that are exchanged, BILL, HOLDINGS, 3",
        "more is authorised than the programme says, BILL, PROGRAMME, USD",
        "a ceiling that is too low, BILL, PROGRAMME, USD",
    })
    void whatDoesNotAddUpIsFound(String damage, String asset, AssetRecount.Part part, String place) {
        AssetCode code = asset.equals("PKR") ? PKR : BILL;
        network.state().apply(damage(damage));

        assertThat(recounted(code, 2)).isEqualTo(Status.MISMATCH);
        AssetRecount last = network.state().lastRecount(code).orElseThrow();
        assertThat(last.part()).isEqualTo(part);
        assertThat(last.place()).isEqualTo(place);
    }

    private List<Change> damage(String name) {
        InMemoryLedgerState state = network.state();
        Programme programme = state.programme("P").orElseThrow();
        Asset bill = state.asset(BILL).orElseThrow();
        return switch (name) {
            case "more is encumbered than the encumbrances say" ->
                List.of(state.position(new AccountId(3001), BILL)
                        .withEncumbered(1)
                        .set());
            case "an encumbrance that the position does not know" ->
                List.of(Tables.ENCUMBRANCES.put(new Encumbrance(
                        new EncumbranceId(EncumbranceKind.PLEDGE, 1, 1),
                        new AccountId(1001),
                        BILL,
                        1,
                        TestNetwork.id(DEALER),
                        "",
                        Optional.empty())));
            case "more is outstanding than authorised" ->
                List.of(Tables.ASSETS.put(bill.with(
                        TestNetwork.authorised(1_199, bill.instrument().orElseThrow()))));
            case "a payment that was not made" -> List.of(payment("R1a", 1));
            case "a payment of another amount" -> List.of(payment("R1", 4_999));
            case "a total that is too large" -> List.of(new Holding(TestNetwork.id(DEALER), BILL, 301).set());
            case "a total of whoever holds nothing" -> List.of(new Holding(TestNetwork.id(6), PKR, 1).set());
            case "two totals that are exchanged" ->
                List.of(
                        new Holding(TestNetwork.id(DEALER), BILL, 299).set(),
                        new Holding(TestNetwork.id(AMNA), BILL, 301).set());
            case "more is authorised than the programme says" ->
                List.of(Tables.PROGRAMMES.put(programme.withAuthorised(programme.authorisedMinor() - 1)));
            case "a ceiling that is too low" ->
                List.of(Tables.PROGRAMMES.put(programme.withCeiling(programme.authorisedMinor() - 1, HASH)));
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Change payment(String reference, long amount) {
        return Tables.PAYMENTS.put(new Payment(new RtgsKey(PKR, reference), new AccountId(3001), amount));
    }

    /** Whoever had 1,000 accounts more would still be counted with all others. */
    @Test
    void theGreatestNumberOfAnAccountIsCountedToo() {
        Account last = new Account(
                new AccountId(Long.MAX_VALUE),
                TestNetwork.id(DEALER),
                TestNetwork.id(DEALER),
                AccountKind.OWN,
                DebitRule.OWNER,
                Account.Status.ACTIVE);
        network.state().apply(Tables.ACCOUNTS.put(last));
        assertThat(network.submit(TestNetwork.transfer(3001, Long.MAX_VALUE, 10), DEALER)
                        .isAccepted())
                .isTrue();
        for (int steps = 0;
                network.state()
                        .openRecount(BILL)
                        .map(now -> now.next() != Long.MIN_VALUE)
                        .orElse(true);
                steps++) {
            assertThat(steps).isLessThan(100);
            step(BILL, 1);
        }
        assertThat(network.submit(TestNetwork.transfer(Long.MAX_VALUE, 3001, 4), DEALER)
                        .isAccepted())
                .isTrue();

        assertThat(recounted(BILL, 1)).isEqualTo(Status.RIGHT);
    }

    @Test
    void moneyThatIsNotThereIsMissed() {
        network.state()
                .apply(network.state()
                        .position(new AccountId(3001), PKR)
                        .withQuantity(4_999)
                        .set());

        assertThat(recounted(PKR, 1)).isEqualTo(Status.MISMATCH);
    }

    @Test
    void tokensThatWereRetiredAndAreHeldAreSeen() {
        Units units = network.state().asset(BILL).orElseThrow().units();
        network.state()
                .apply(Tables.ASSETS.put(network.state()
                        .asset(BILL)
                        .orElseThrow()
                        .withUnits(new Units(units.outstanding(), 1, units.nextSerial()))));

        assertThat(recounted(BILL, 2)).isEqualTo(Status.MISMATCH);
    }

    @Test
    void lotsThatOverlapAreSeen() {
        Lot second = network.state().get(Tables.LOTS, new LotKey(BILL, 301)).orElseThrow();
        network.state().apply(Tables.LOTS.removal(second.key()));
        network.state().apply(new Lot(BILL, 300, 300, second.holder(), second.tranche(), 0, second.passage()).set());

        assertThat(recounted(BILL, 2)).isEqualTo(Status.MISMATCH);
    }

    @ParameterizedTest
    @CsvSource({"1", "3", "1000"})
    void tokensThatAreSetAsideByNameAndNotThereAreSeen(int records) {
        SerialRange bought = new SerialRange(301, 5);
        CreatePledge pledge = new CreatePledge(
                1,
                PledgeKind.PLEDGE,
                new AccountId(3001),
                BILL,
                5,
                TestNetwork.id(CHEN),
                0,
                Optional.empty(),
                Optional.empty(),
                List.of(bought));
        assertThat(network.submit(pledge, DEALER).isAccepted()).isTrue();
        assertThat(recounted(BILL, records)).isEqualTo(Status.RIGHT);
        Encumbrance known = network.state()
                .encumbrance(new EncumbranceId(EncumbranceKind.PLEDGE, 1, 1))
                .orElseThrow();

        network.state()
                .apply(Tables.ENCUMBRANCES.put(known.withSerials(SerialSet.of(List.of(new SerialRange(300, 5))))));

        assertThat(recounted(BILL, records)).isEqualTo(Status.MISMATCH);
    }

    private void damage(long account, UnaryOperator<Long> change) {
        AccountId id = new AccountId(account);
        network.state()
                .apply(network.state()
                        .position(id, BILL)
                        .withQuantity(change.apply(network.quantity(account, BILL)))
                        .set());
    }

    private Status recounted(AssetCode asset, int records) {
        Optional<AssetRecount> recount = step(asset, records);
        for (int steps = 0; recount.isEmpty() && steps < 100; steps++) {
            recount = step(asset, records);
        }
        return recount.orElseThrow().status();
    }

    /** What the recount has come to if it is over with this step. */
    private Optional<AssetRecount> step(AssetCode asset, int records) {
        long cursor =
                network.state().openRecount(asset).map(AssetRecount::counted).orElse(0L);
        assertThat(network.submit(new RecountAsset(asset, cursor, records), CHEN)
                        .isAccepted())
                .isTrue();
        return network.state().openRecount(asset).isPresent()
                ? Optional.empty()
                : network.state().lastRecount(asset);
    }

    /** Not in the order in which they come. */
    private String reference() {
        references++;
        return Integer.toString(references * 7919 % 1_000);
    }

    /** Whether it is refused does not matter. */
    private void trade() {
        long[] accounts = {1001, 3001, 5001, 7001};
        long[] givers = {MINISTRY, DEALER, CUSTODIAN, CHEN};
        int from = chance.nextInt(4);
        long to = accounts[(from + 1 + chance.nextInt(3)) % 4];
        long quantity = 1L + chance.nextInt(60);
        switch (chance.nextInt(10)) {
            case 0 -> network.submit(TestNetwork.issue(accounts[from], quantity), MINISTRY, CENTRAL_BANK);
            case 1 ->
                network.submit(
                        new RetireTokens(BILL, new AccountId(1001), quantity, List.of()), MINISTRY, CENTRAL_BANK);
            case 2 -> network.submit(new RenumberLots(BILL, new AccountId(accounts[from])), CENTRAL_BANK);
            case 3 ->
                network.submit(
                        new SettleNow(
                                List.of(leg(3001, 5001, BILL, quantity), leg(5001, 3001, PKR, 10 * quantity)),
                                Optional.empty()),
                        DEALER,
                        CUSTODIAN);
            case 4 -> network.submit(TestNetwork.deposit(3001, quantity, reference()), CENTRAL_BANK);
            case 5 ->
                network.submit(
                        new AmendInstrument(
                                OTHER_BILL,
                                Optional.empty(),
                                Optional.of(1_000 + quantity),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()),
                        MINISTRY,
                        CENTRAL_BANK);
            default -> network.submit(TestNetwork.transfer(accounts[from], to, quantity), givers[from]);
        }
    }
}
