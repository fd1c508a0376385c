package org.khazana.ledger.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.khazana.ledger.execution.TestNetwork.CENTRAL_BANK;
import static org.khazana.ledger.execution.TestNetwork.CHEN;
import static org.khazana.ledger.execution.TestNetwork.MINISTRY;
import static org.khazana.ledger.execution.TestNetwork.PKR;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.khazana.ledger.authority.Role;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.instrument.RegisterMode;
import org.khazana.ledger.operation.AdvanceBusinessDay;
import org.khazana.ledger.operation.AttestBacking;
import org.khazana.ledger.operation.CreateBill;
import org.khazana.ledger.operation.CreateProgramme;
import org.khazana.ledger.operation.GrantRole;
import org.khazana.ledger.operation.IssueTokens;
import org.khazana.ledger.state.Asset;
import org.khazana.ledger.state.LedgerOverlay;
import org.khazana.ledger.state.Programme;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.table.Change;

/** What stops a node: each bug is made by hand, past the rules. */
class LimitsProofTest {
    private static final AssetCode MIRROR = new AssetCode("PK0000000015");
    private static final Hash HASH = Hash.of(new byte[Hash.BYTES]);

    private final TestNetwork network = new TestNetwork();
    private LedgerOverlay ledger = new LedgerOverlay(network.state());

    @BeforeEach
    void defineABillUnderAProgrammeThatStandsForUnitsOfADepository() {
        CreateBill bill = new CreateBill(
                MIRROR,
                "bill",
                CreateBill.CFI_USUAL,
                Optional.of("P"),
                PKR,
                100,
                TestNetwork.START_DAY,
                TestNetwork.START_DAY + 91,
                10,
                1,
                1,
                RegisterMode.CSD_MIRROR,
                Optional.of(1L),
                Optional.of(1L),
                Optional.empty());
        assertThat(List.of(
                        network.submit(new CreateProgramme("P", "programme", PKR, 1_000, HASH), MINISTRY, CENTRAL_BANK),
                        network.submit(bill, MINISTRY, CENTRAL_BANK),
                        network.submit(
                                new GrantRole(TestNetwork.id(CHEN), Role.ATTESTOR_RESERVE), MINISTRY, CENTRAL_BANK),
                        network.submit(new GrantRole(TestNetwork.id(CHEN), Role.OPERATOR), MINISTRY, CENTRAL_BANK),
                        network.submit(new AttestBacking(MIRROR, 7, TestNetwork.START_MILLIS, HASH), CHEN),
                        network.submit(new AdvanceBusinessDay(TestNetwork.START_DAY), CHEN)))
                .allMatch(receipt -> receipt.isAccepted());
        ledger = new LedgerOverlay(network.state());
    }

    private void assertBroken(String sentence) {
        PlantedDeed.of(network, ledger, new AdvanceBusinessDay(TestNetwork.START_DAY), CHEN)
                .isStoppedBy(sentence);
    }

    private Programme programme() {
        return network.state().programme("P").orElseThrow();
    }

    @Test
    void anInstrumentThatIsNotCountedUnderItsProgrammeStopsBusiness() {
        Asset asset = network.state().asset(MIRROR).orElseThrow();
        ledger.apply(Tables.ASSETS.put(
                Asset.defined(new AssetCode("PK0000000023"), asset.instrument().orElseThrow())));

        assertBroken("I5: programmes do not count what is authorised under them: {P=1000}");
    }

    @Test
    void aProgrammeThatCountsWhatIsNotThereStopsBusiness() {
        ledger.apply(Tables.PROGRAMMES.put(programme().withAuthorised(999)));

        assertBroken("I5: programmes do not count what is authorised under them: {P=1}");
    }

    @Test
    void aProgrammeAboveItsCeilingStopsBusiness() {
        ledger.apply(Tables.PROGRAMMES.put(programme().withCeiling(999, HASH)));

        assertBroken("I5: more is authorised under P than its ceiling");
    }

    @Test
    void aBusinessDayThatGoesBackStopsBusiness() {
        ledger.apply(Tables.BUSINESS_TIME.put(network.state().businessTime().opened(TestNetwork.START_DAY - 1)));

        assertBroken("I19: the business day went back");
    }

    @Test
    void moreThanAttestorsVouchForStopsBusiness() {
        long now = TestNetwork.START_MILLIS + 3_600_000;
        new Postings(ledger, network.occasion(0)).create(new AccountId(3001), MIRROR, 7);
        issued(7, now).isSound();
        issued(7, now + 1).isStoppedBy("I6: 7 of PK0000000015 are outstanding, backed are 0");

        new Postings(ledger, network.occasion(1)).create(new AccountId(3001), MIRROR, 1);
        issued(8, now).isStoppedBy("I6: 8 of PK0000000015 are outstanding, backed are 7");
    }

    private PlantedDeed issued(long units, long timeMillis) {
        return PlantedDeed.of(
                network.state(), ledger, new IssueTokens(MIRROR, new AccountId(3001), units), MINISTRY, timeMillis);
    }

    @Test
    void aRecountFindsWhatProgrammesDoNotCount() {
        assertThat(Recount.mismatches(network.state())).isEmpty();

        assertThat(mismatchesAfter(Tables.PROGRAMMES.put(programme().withAuthorised(1))))
                .containsExactly("the instruments of programme P are authorised for 1000, but 1 of 1000 are counted");
        assertThat(mismatchesAfter(Tables.PROGRAMMES.put(programme().withCeiling(999, HASH))))
                .hasSize(1);
        assertThat(mismatchesAfter(Tables.PROGRAMMES.removal("P")))
                .containsExactly("1000 are authorised under P, which is no programme");
    }

    private List<String> mismatchesAfter(Change... changes) {
        LedgerOverlay wrong = new LedgerOverlay(network.state());
        wrong.apply(List.of(changes));
        return Recount.mismatches(wrong);
    }
}
