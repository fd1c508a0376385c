package org.khazana.ledger.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.khazana.ledger.execution.TestNetwork.AMNA;
import static org.khazana.ledger.execution.TestNetwork.BILL;
import static org.khazana.ledger.execution.TestNetwork.CENTRAL_BANK;
import static org.khazana.ledger.execution.TestNetwork.DEALER;
import static org.khazana.ledger.execution.TestNetwork.MINISTRY;
import static org.khazana.ledger.execution.TestNetwork.PKR;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.khazana.ledger.block.Block;
import org.khazana.ledger.block.BlockAssembly;
import org.khazana.ledger.block.BlockOrigin;
import org.khazana.ledger.crypto.Ed25519;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.instrument.InstrumentTerms;
import org.khazana.ledger.operation.Operation;
import org.khazana.ledger.state.Asset;
import org.khazana.ledger.state.Holding;
import org.khazana.ledger.state.LedgerOverlay;
import org.khazana.ledger.state.Position;
import org.khazana.ledger.state.Protocol;
import org.khazana.ledger.state.RequestKey;
import org.khazana.ledger.state.RequestRecord;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.table.Change;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.ledger.transaction.TransactionId;

/** What stops a node: each bug is made by hand, past the rules. */
class InvariantsTest {
    private static final AccountId DEALER_ACCOUNT = new AccountId(3001);
    private static final AccountId AMNA_ACCOUNT = new AccountId(5001);

    private final TestNetwork network = new TestNetwork();
    private LedgerOverlay ledger = new LedgerOverlay(network.state());

    @BeforeEach
    void issueBills() {
        network.submit(TestNetwork.bill(BILL), MINISTRY, CENTRAL_BANK);
        network.submit(TestNetwork.issue(3001, 500), MINISTRY, CENTRAL_BANK);
        ledger = new LedgerOverlay(network.state());
    }

    private Postings postings() {
        return new Postings(ledger, network.occasion(0));
    }

    private void set(AccountId account, long quantity) {
        ledger.apply(new Position(account, BILL, quantity).set());
    }

    private void assertBroken(String sentence) {
        deed(TestNetwork.transfer(3001, 5001, 5)).isStoppedBy(sentence);
    }

    private PlantedDeed deed(Operation operation) {
        return PlantedDeed.of(network, ledger, operation, DEALER);
    }

    @Test
    void tokensThatAppearFromNowhereStopBusiness() {
        set(AMNA_ACCOUNT, 1);

        assertBroken("I1: positions change by {PK0000000007=1}, but outstanding by {}");
    }

    @Test
    void tokensThatVanishStopBusiness() {
        set(DEALER_ACCOUNT, 499);

        assertBroken("I1: positions change by {PK0000000007=-1}");
    }

    @Test
    void outstandingThatNobodyHoldsStopsBusiness() {
        ledger.apply(Tables.ASSETS.put(network.state().asset(PKR).orElseThrow().withOutstandingUnits(1)));

        assertBroken("I1: positions change by {}, but outstanding by {PKR=1}");
    }

    @Test
    void aNegativePositionStopsBusinessEvenIfAllAddsUp() {
        set(DEALER_ACCOUNT, 501);
        set(AMNA_ACCOUNT, -1);

        assertBroken("I9: negative position");
    }

    @Test
    void moreThanAuthorisedStopsBusiness() {
        Asset bill = network.state().asset(BILL).orElseThrow();
        ledger.apply(Tables.ASSETS.put(bill.withOutstandingUnits(1_000_001)));
        set(AMNA_ACCOUNT, 999_501);

        assertBroken("I5: more of PK0000000007 than authorised");
    }

    @Test
    void anOperationThatCreatesWhatIsNotItsToCreateStopsBusiness() {
        postings().create(AMNA_ACCOUNT, BILL, 5);

        deed(TestNetwork.issue(5001, 5)).isSound();
        deed(TestNetwork.transfer(3001, 5001, 5)).isStoppedBy("I11: TransferTokens created {PK0000000007=5}");
        deed(TestNetwork.issue(5001, 4)).isStoppedBy("I11: IssueTokens created {PK0000000007=5}");
    }

    @Test
    void outstandingBelowNothingStopsBusiness() {
        Asset rupee = network.state().asset(PKR).orElseThrow();
        ledger.apply(Tables.ASSETS.put(rupee.withOutstandingUnits(-1)));
        ledger.apply(new Position(AMNA_ACCOUNT, PKR, -1).set());

        assertBroken("I9: negative outstanding of PKR");
    }

    @Test
    void thePostingEngineRefusesWhatTheRulesShouldHaveRefused() {
        Postings postings = postings();

        assertThatThrownBy(() -> postings.move(TestNetwork.leg(3001, 5001, BILL, 501)))
                .hasMessageContaining("would hold -1");
        assertThatThrownBy(() -> postings.move(TestNetwork.leg(3001, 3001, BILL, 1)))
                .hasMessageContaining("pays itself");
        assertThatThrownBy(() -> postings.move(TestNetwork.leg(3001, 5001, BILL, 0)))
                .hasMessageContaining("0 units");
        assertThatThrownBy(() -> postings.create(AMNA_ACCOUNT, BILL, -1)).hasMessageContaining("-1 units");
        assertThatThrownBy(() -> postings.create(AMNA_ACCOUNT, BILL, Long.MAX_VALUE))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void aBlockOfAnotherChainStopsTheNode() {
        ChainId other = new ChainId(Hash.of(new byte[32]));
        BlockOrigin origin = new BlockOrigin(other, 1, 1, "v", 0, other.hash(), other.hash());

        assertThatThrownBy(() -> new BlockExecutor(TestNetwork.CHAIN, Ed25519.verifier())
                        .execute(BlockAssembly.assemble(origin, List.of()), network.state()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("another chain");
    }

    @Test
    void aRecountFindsEveryKindOfMismatch() {
        assertThat(Recount.mismatches(network.state())).isEmpty();

        assertThat(mismatchesAfter(new Position(DEALER_ACCOUNT, BILL, 0).set()))
                .containsExactly(
                        "the positions in PK0000000007 sum to null, but 500 are outstanding",
                        "the accounts of party 3 hold null of PK0000000007, but its total is 500",
                        "account 3001 has lots of 500 of PK0000000007, but no position");
        assertThat(mismatchesAfter(Tables.ASSETS.removal(BILL)))
                .containsExactly(
                        "500 of PK0000000007 are held, which is no asset",
                        "there are lots of PK0000000007, which is no asset");
        assertThat(mismatchesAfter(
                        new Position(DEALER_ACCOUNT, BILL, 501).set(),
                        new Position(AMNA_ACCOUNT, BILL, -1).set(),
                        new Holding(new PartyId(DEALER), BILL, 501).set(),
                        new Holding(new PartyId(AMNA), BILL, -1).set()))
                .containsExactly(
                        "account 5001 is kept with -1 of PK0000000007",
                        "account 3001 holds 501 of PK0000000007, but lots of 500",
                        "account 5001 holds -1 of PK0000000007, but lots of null");
    }

    /** I5: such as after an amendment that nobody should have let through. */
    @Test
    void aRecountFindsMoreThanIsAuthorised() {
        Asset bill = network.state().asset(BILL).orElseThrow();
        InstrumentTerms terms = bill.instrument().orElseThrow();

        assertThat(mismatchesAfter(Tables.ASSETS.put(bill.with(TestNetwork.authorised(500, terms)))))
                .isEmpty();
        assertThat(mismatchesAfter(Tables.ASSETS.put(bill.with(TestNetwork.authorised(499, terms)))))
                .containsExactly("500 of PK0000000007 are outstanding, but 499 are authorised");
    }

    private List<String> mismatchesAfter(Change... changes) {
        LedgerOverlay wrong = new LedgerOverlay(network.state());
        wrong.apply(List.of(changes));
        return Recount.mismatches(wrong);
    }

    @Test
    void aRequestThatIsForgottenOrDecidedAgainStopsTheNode() {
        RequestRecord decided = network.state().records(Tables.REQUESTS).getFirst();
        long inTime = decided.notAfterMillis();

        ledger.apply(Tables.REQUESTS.removal(RequestKey.of(decided)));
        assertThatThrownBy(() -> BlockProof.prove(network.state(), ledger, inTime))
                .hasMessageStartingWith("invariant broken: I23: request")
                .hasMessageContaining("was decided, and is now Optional.empty");
        BlockProof.prove(network.state(), ledger, inTime + 1);
        ledger.apply(Tables.REQUESTS.put(new RequestRecord(
                decided.sender(), decided.requestId(), new TransactionId(TestNetwork.CHAIN.hash()), inTime + 1)));
        assertThatThrownBy(() -> BlockProof.prove(network.state(), ledger, inTime))
                .hasMessageContaining("was decided, and is now");
    }

    @Test
    void whatIsWrittenPastTheTransactionsOfABlockStopsTheNode() {
        Position gift = new Position(AMNA_ACCOUNT, BILL, 7);
        Block block = BlockAssembly.assemble(
                new BlockOrigin(
                        TestNetwork.CHAIN,
                        3,
                        1,
                        "validator-1",
                        network.nowMillis(),
                        TestNetwork.CHAIN.hash(),
                        TestNetwork.CHAIN.hash()),
                List.of(network.signed(TestNetwork.transfer(3001, 5001, 7), TestNetwork.DEALER)));
        BlockExecutor executor = new BlockExecutor(
                TestNetwork.CHAIN,
                Ed25519.verifier(),
                EnvelopeMemory.NONE,
                deed -> ((LedgerOverlay) deed.before()).apply(gift.set()),
                Protocol.KNOWN);

        assertThatThrownBy(() -> executor.execute(block, network.state()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("past its transactions")
                .hasMessageContaining("position");
    }
}
