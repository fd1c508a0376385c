package org.khazana.ledger.execution;

import static org.assertj.core.api.Assertions.assertThat;
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
import org.khazana.ledger.authority.Role;
import org.khazana.ledger.claim.EncumbranceId;
import org.khazana.ledger.claim.EncumbranceKind;
import org.khazana.ledger.claim.PledgeKind;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.instrument.AssetAction;
import org.khazana.ledger.operation.CreatePledge;
import org.khazana.ledger.operation.GrantRole;
import org.khazana.ledger.operation.RecountAsset;
import org.khazana.ledger.operation.RenumberLots;
import org.khazana.ledger.operation.RetireTokens;
import org.khazana.ledger.operation.SettleNow;
import org.khazana.ledger.receipt.Receipt;
import org.khazana.ledger.serial.SerialRange;
import org.khazana.ledger.serial.SerialSet;
import org.khazana.ledger.state.AssetRecount;
import org.khazana.ledger.state.AssetRecount.Status;
import org.khazana.ledger.state.Encumbrance;
import org.khazana.ledger.state.Lot;
import org.khazana.ledger.state.LotKey;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.state.Units;

class RecountTest {
    private final TestNetwork network = new TestNetwork();
    private final Random chance = new Random(7);

    @BeforeEach
    void tokensAndMoneyInSeveralAccounts() {
        List<Receipt> prepared = List.of(
                network.submit(TestNetwork.bill(BILL), MINISTRY, CENTRAL_BANK),
                network.submit(TestNetwork.issue(1001, 300), MINISTRY, CENTRAL_BANK),
                network.submit(TestNetwork.issue(3001, 300), MINISTRY, CENTRAL_BANK),
                network.submit(TestNetwork.issue(5001, 300), MINISTRY, CENTRAL_BANK),
                network.submit(TestNetwork.issue(7001, 300), MINISTRY, CENTRAL_BANK),
                network.submit(TestNetwork.deposit(3001, 5_000, "R1"), CENTRAL_BANK),
                network.submit(TestNetwork.deposit(5001, 5_000, "R2"), CENTRAL_BANK),
                network.submit(new GrantRole(TestNetwork.id(CHEN), Role.AUDITOR), MINISTRY, CENTRAL_BANK));
        assertThat(prepared).allMatch(Receipt::isAccepted);
    }

    @Test
    void everyUnitIsCountedOnceWhileTheyMoveMintAndVanish() {
        int finished = 0;
        for (int step = 0; step < 300; step++) {
            trade();
            AssetCode asset = chance.nextInt(3) == 0 ? PKR : BILL;
            Optional<AssetRecount> recount = step(asset, 1 + chance.nextInt(2));
            finished += recount.isPresent() ? 1 : 0;
            assertThat(recount.map(AssetRecount::status).orElse(Status.RIGHT)).isEqualTo(Status.RIGHT);
        }
        assertThat(finished).isGreaterThan(20);
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

    /** Whether it is refused does not matter. */
    private void trade() {
        long[] accounts = {1001, 3001, 5001, 7001};
        long[] givers = {MINISTRY, DEALER, CUSTODIAN, CHEN};
        int from = chance.nextInt(4);
        long to = accounts[(from + 1 + chance.nextInt(3)) % 4];
        long quantity = 1L + chance.nextInt(60);
        switch (chance.nextInt(8)) {
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
            default -> network.submit(TestNetwork.transfer(accounts[from], to, quantity), givers[from]);
        }
    }
}
