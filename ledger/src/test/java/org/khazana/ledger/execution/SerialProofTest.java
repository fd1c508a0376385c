package org.khazana.ledger.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.khazana.ledger.execution.TestNetwork.AMNA;
import static org.khazana.ledger.execution.TestNetwork.BILL;
import static org.khazana.ledger.execution.TestNetwork.CENTRAL_BANK;
import static org.khazana.ledger.execution.TestNetwork.DEALER;
import static org.khazana.ledger.execution.TestNetwork.MINISTRY;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.operation.RetireTokens;
import org.khazana.ledger.operation.TransferTokens;
import org.khazana.ledger.serial.SerialRange;
import org.khazana.ledger.state.Holding;
import org.khazana.ledger.state.LedgerOverlay;
import org.khazana.ledger.state.Lot;
import org.khazana.ledger.state.Position;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.state.Units;
import org.khazana.ledger.table.Change;

/** What stops a node when serials go wrong: each bug is made by hand, past the rules; and a recount finds it as well. */
class SerialProofTest {
    private static final AccountId DEALER_ACCOUNT = new AccountId(3001);
    private static final AccountId AMNA_ACCOUNT = new AccountId(5001);

    private final TestNetwork network = new TestNetwork();

    /** The dealer has 1-10 and 16-30, Amna 11-15; 31-35 are retired. */
    @BeforeEach
    void issueBills() {
        network.submit(TestNetwork.bill(BILL), MINISTRY, CENTRAL_BANK);
        network.submit(TestNetwork.issue(3001, 35), MINISTRY, CENTRAL_BANK);
        move(5001, 11);
        move(1001, 31);
        network.submit(new RetireTokens(BILL, new AccountId(1001), 5, List.of()), MINISTRY, CENTRAL_BANK);
        assertThat(units()).isEqualTo(new Units(30, 5, 36));
        assertThat(lot(31).isRetired()).isTrue();
    }

    private void move(long to, long first) {
        network.submit(
                new TransferTokens(BILL, DEALER_ACCOUNT, new AccountId(to), 5, List.of(new SerialRange(first, 5))),
                DEALER);
    }

    private Lot lot(long serial) {
        return network.state().lot(BILL, serial).orElseThrow();
    }

    private Units units() {
        return network.state().asset(BILL).orElseThrow().units();
    }

    private Change set(Units units) {
        return Tables.ASSETS.put(network.state().asset(BILL).orElseThrow().withUnits(units));
    }

    private Change ofAmna(Lot lot) {
        return withHolder(lot, Optional.of(AMNA_ACCOUNT));
    }

    private static Change withHolder(Lot lot, Optional<AccountId> holder) {
        return new Lot(lot.asset(), lot.first(), lot.length(), holder, lot.tranche(), 0, lot.passage()).set();
    }

    private static Change length(Lot lot, long length) {
        return lot.of(new SerialRange(lot.first(), length)).set();
    }

    private static Change total(long party, long quantity) {
        return new Holding(TestNetwork.id(party), BILL, quantity).set();
    }

    private void assertBroken(String sentence, Change... bug) {
        LedgerOverlay ledger = new LedgerOverlay(network.state());
        ledger.apply(List.of(bug));

        PlantedDeed.of(network, ledger, TestNetwork.transfer(3001, 5001, 1), DEALER)
                .isStoppedBy(sentence);
        assertThat(Recount.mismatches(ledger)).isNotEmpty();
    }

    @Test
    void aPositionThatIsNotTheSumOfItsLotsStopsBusiness() {
        assertBroken("I2: lots change by", ofAmna(lot(1)));
        assertBroken(
                "I2: lots change by",
                new Position(DEALER_ACCOUNT, BILL, 24).set(),
                new Position(AMNA_ACCOUNT, BILL, 6).set(),
                total(DEALER, 24),
                total(AMNA, 6));
    }

    @Test
    void aSerialInNoLotStopsBusiness() {
        assertBroken("I3: serial 1 of PK0000000007 is in no lot", Tables.LOTS.removal(lot(1).key()));
        assertBroken("I3: the lots of PK0000000007 from", length(lot(1), 9));
        assertBroken(
                "I3: serial 16 of PK0000000007 is in no lot", length(lot(1), 11), Tables.LOTS.removal(lot(16).key()));
    }

    @Test
    void aSerialInTwoLotsStopsBusinessEvenIfAllAddsUp() {
        // 11 twice and 30 not at all; then 11 twice although nobody wrote the lot that has it.
        assertBroken("I3: the lots of PK0000000007 from", length(lot(1), 11), length(lot(16), 14));
        assertBroken(
                "I3: the lots of PK0000000007 from",
                lot(1).of(new SerialRange(13, 2)).set(),
                length(lot(16), 13));
        assertBroken(
                "I3: serial 11 of PK0000000007 is in two lots",
                length(lot(1), 11),
                ofAmna(lot(11)),
                length(lot(16), 14));
        // The whole of Amna's lot in another one that ends where hers does.
        assertBroken("I3: the lots of PK0000000007 from", length(lot(1), 15));
    }

    @Test
    void aSerialThatWasNeverGivenOutStopsBusiness() {
        assertBroken(
                "I3: the lots of PK0000000007 from",
                lot(1).of(new SerialRange(36, 5)).set());
        assertBroken("I3: new serials", set(new Units(30, 6, 37)));
        assertBroken("I3: the lot", lot(1).of(new SerialRange(36, 0)).set());
    }

    @Test
    void aSerialThatIsUsedAgainStopsBusiness() {
        assertBroken(
                "I22: " + lot(31) + " does not stay retired",
                ofAmna(lot(31)),
                new Position(AMNA_ACCOUNT, BILL, 10).set(),
                total(AMNA, 10),
                set(new Units(35, 0, 36)));
        assertBroken("I22: " + lot(31) + " does not stay retired", Tables.LOTS.removal(lot(31).key()));
        assertBroken("I22: serials of PK0000000007 are given out again", set(new Units(30, 0, 31)));
    }

    @Test
    void figuresOfTheAssetThatDoNotFitStopBusiness() {
        assertBroken("I4: of PK0000000007 there are", set(new Units(30, 4, 36)));
        assertBroken(
                "I4: lots were retired",
                withHolder(lot(11), Optional.empty()),
                new Position(AMNA_ACCOUNT, BILL, 0).set(),
                new Position(DEALER_ACCOUNT, BILL, 30).set(),
                total(AMNA, 0),
                total(DEALER, 30));
    }

    /** The passage of a lot is no figure, so only a recount looks at it. */
    @Test
    void aRecountFindsALotWhosePastIsThatOfOthers() {
        LedgerOverlay ledger = new LedgerOverlay(network.state());
        Lot lot = lot(11);
        ledger.apply(new Lot(BILL, 11, 5, lot.holder(), lot.tranche(), 0, lot(1).passage()).set());

        assertThat(Recount.mismatches(ledger)).singleElement().asString().contains("does not lead to");
    }
}
