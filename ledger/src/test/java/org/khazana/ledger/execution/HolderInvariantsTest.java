package org.khazana.ledger.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.khazana.ledger.execution.TestNetwork.AMNA;
import static org.khazana.ledger.execution.TestNetwork.BILL;
import static org.khazana.ledger.execution.TestNetwork.CENTRAL_BANK;
import static org.khazana.ledger.execution.TestNetwork.CUSTODIAN;
import static org.khazana.ledger.execution.TestNetwork.DEALER;
import static org.khazana.ledger.execution.TestNetwork.MINISTRY;
import static org.khazana.ledger.execution.TestNetwork.START_DAY;
import static org.khazana.ledger.execution.TestNetwork.id;

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.khazana.ledger.account.AccountKind;
import org.khazana.ledger.account.DebitRule;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.party.InvestorClass;
import org.khazana.ledger.state.Account;
import org.khazana.ledger.state.Eligibility;
import org.khazana.ledger.state.HolderTables;
import org.khazana.ledger.state.Holding;
import org.khazana.ledger.state.HoldingTerms;
import org.khazana.ledger.state.LedgerOverlay;
import org.khazana.ledger.state.Position;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.table.Change;

/** What stops a node or is found by a recount: each bug is made by hand, past the rules. */
class HolderInvariantsTest {
    private static final SortedSet<String> NONE = new TreeSet<>();

    private final TestNetwork network = new TestNetwork();
    private LedgerOverlay ledger = new LedgerOverlay(network.state());

    @BeforeEach
    void issueBills() {
        network.submit(TestNetwork.bill(BILL), MINISTRY, CENTRAL_BANK);
        network.submit(TestNetwork.issue(3001, 500), MINISTRY, CENTRAL_BANK);
        ledger = new LedgerOverlay(network.state());
    }

    private void plant(Change... changes) {
        for (Change change : changes) {
            ledger.apply(change);
        }
    }

    private void assertStops(String sentence) {
        PlantedDeed.of(network, ledger, TestNetwork.transfer(3001, 5001, 1), DEALER)
                .isStoppedBy(sentence);
    }

    private Account account(long number) {
        return network.state().account(new AccountId(number)).orElseThrow();
    }

    private static Account like(Account account, long owner, long controller, AccountKind kind) {
        return new Account(account.id(), id(owner), id(controller), kind, DebitRule.OWNER, Account.Status.ACTIVE);
    }

    @Test
    void anAccountThatBecomesAnOmnibusAccountStopsBusiness() {
        plant(Tables.ACCOUNTS.put(like(account(3001), DEALER, DEALER, AccountKind.CLIENT_OMNIBUS)));

        assertStops("I15: account 3001 has become another one");
    }

    @Test
    void anAccountThatBecomesAnotherOwnersStopsBusiness() {
        plant(Tables.ACCOUNTS.put(like(account(5001), DEALER, CUSTODIAN, AccountKind.CLIENT_SEGREGATED)));

        assertStops("I15: account 5001 has become another one");
    }

    @Test
    void anAccountOfOnesOwnThatAnotherOperatesStopsBusinessAndIsCounted() {
        plant(Tables.ACCOUNTS.put(like(account(3001), DEALER, CUSTODIAN, AccountKind.OWN)));

        assertStops("I15: account 3001 mixes own and client assets");
        assertThat(Recount.mismatches(ledger)).containsExactly("account 3001 mixes own and client assets");
    }

    @Test
    void aClientThatIsItsOwnCustodianStopsBusiness() {
        plant(Tables.ACCOUNTS.put(like(account(5001), AMNA, AMNA, AccountKind.CLIENT_SEGREGATED)));

        assertStops("I15: account 5001 mixes own and client assets");
    }

    @Test
    void aTotalThatIsNotKeptInStepStopsBusinessAndIsCounted() {
        plant(
                new Position(new AccountId(3001), BILL, 400).set(),
                new Position(new AccountId(5001), BILL, 100).set(),
                new Holding(id(DEALER), BILL, 400).set());

        assertStops("I24: positions of parties change by");
        assertThat(Recount.mismatches(ledger))
                .containsExactly(
                        "the accounts of party 5 hold 100 of PK0000000007, of which it has no total",
                        "account 3001 holds 400 of PK0000000007, but lots of 500",
                        "account 5001 holds 100 of PK0000000007, but lots of null");
    }

    @Test
    void aTotalOfNothingStopsBusinessAndIsCounted() {
        plant(new Holding(id(AMNA), BILL, 1).set());

        assertStops("I24: positions of parties change by {}");
        assertThat(Recount.mismatches(ledger))
                .containsExactly("the accounts of party 5 hold null of PK0000000007, but its total is 1");
    }

    @Test
    void whoeverReceivesWhatItMayNotHoldStopsBusiness() {
        plant(terms(true, true));
        new Postings(ledger, network.occasion(0)).create(new AccountId(5001), BILL, 1);
        String sentence = "I20: party 5 has received PK0000000007, which it may not hold";

        issued(0).isStoppedBy(sentence);
        assertThat(Recount.mismatches(ledger)).contains("party 5 holds PK0000000007, but was never attested");

        plant(HolderTables.ELIGIBILITIES.put(
                new Eligibility(id(AMNA), InvestorClass.RETAIL, "PK", START_DAY, id(CUSTODIAN), false)));
        issued(0).isSound();
        issued(1).isStoppedBy(sentence);
        assertThat(Recount.mismatches(ledger)).doesNotContain("party 5 holds PK0000000007, but was never attested");
    }

    /** One bill to Amna, so many days later. */
    private PlantedDeed issued(int days) {
        long time = network.nowMillis() + days * 86_400_000L;
        return PlantedDeed.of(network.state(), ledger, TestNetwork.issue(5001, 1), MINISTRY, time);
    }

    /** The recount cannot know when the rule came. */
    @Test
    void whoeverHeldSomethingBeforeItNeededAnAttestationIsNotCounted() {
        plant(terms(true, false));

        assertThat(Recount.mismatches(ledger)).isEmpty();
    }

    private static Change terms(boolean needsAttestation, boolean isAttestedFromFirst) {
        return HolderTables.HOLDING_TERMS.put(new HoldingTerms(
                BILL,
                needsAttestation,
                isAttestedFromFirst,
                NONE,
                NONE,
                new TreeSet<>(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    }
}
