package org.khazana.ledger.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.khazana.ledger.execution.TestNetwork.BILL;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
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
import org.khazana.ledger.operation.AffirmInstruction;
import org.khazana.ledger.operation.CreateInstruction;
import org.khazana.ledger.operation.CreatePledge;
import org.khazana.ledger.operation.EnforcePledge;
import org.khazana.ledger.operation.ForceTransfer;
import org.khazana.ledger.operation.Leg;
import org.khazana.ledger.operation.Operation;
import org.khazana.ledger.operation.PlaceRestriction;
import org.khazana.ledger.operation.RegisterOrder;
import org.khazana.ledger.operation.ReleasePledge;
import org.khazana.ledger.operation.RenumberLots;
import org.khazana.ledger.operation.RetireTokens;
import org.khazana.ledger.operation.SettleInstruction;
import org.khazana.ledger.rules.Debit;
import org.khazana.ledger.rules.LotChoice;
import org.khazana.ledger.serial.SerialRange;
import org.khazana.ledger.serial.SerialSet;
import org.khazana.ledger.state.Encumbrance;
import org.khazana.ledger.state.Instruction;
import org.khazana.ledger.state.LedgerOverlay;
import org.khazana.ledger.state.LotByLength;
import org.khazana.ledger.state.Position;
import org.khazana.ledger.state.SettlementTables;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.transaction.TransactionId;

/** What stops business when tokens go that are pledged or locked by name: each bug is made by hand, past the rules. */
class EncumberedTokenProofTest {
    private static final AccountId DEALER_ACCOUNT = new AccountId(3001);
    private static final AccountId AMNA_ACCOUNT = new AccountId(5001);
    private static final EncumbranceId PLEDGE = new EncumbranceId(EncumbranceKind.PLEDGE, 1, 1);
    private static final EncumbranceId LIEN = new EncumbranceId(EncumbranceKind.LIEN, 2, 1);
    private static final EncumbranceId LOCK = new EncumbranceId(EncumbranceKind.SETTLEMENT, 1, 1);
    private static final Hash DOCUMENT = Domain.GENESIS.hash(new byte[] {1});
    private static final long DAY_MILLIS = 86_400_000;

    private final TestNetwork network = new TestNetwork();
    private LedgerOverlay ledger = new LedgerOverlay(network.state());

    /** 100 held: 41 to 50 pledged, 61 to 65 under a lien, 71 to 75 locked for instruction 1; order 1 takes any, and the pledge gives way. */
    @BeforeEach
    void setAside() {
        done(TestNetwork.bill(BILL), TestNetwork.MINISTRY, TestNetwork.CENTRAL_BANK);
        done(TestNetwork.issue(3001, 100), TestNetwork.MINISTRY, TestNetwork.CENTRAL_BANK);
        done(pledge(1, PledgeKind.PLEDGE, 41, 10), TestNetwork.DEALER);
        done(pledge(2, PledgeKind.LIEN, 61, 5), TestNetwork.DEALER);
        done(
                new CreateInstruction(
                        1,
                        List.of(
                                new Leg(DEALER_ACCOUNT, AMNA_ACCOUNT, BILL, 5, List.of(new SerialRange(71, 5))),
                                TestNetwork.leg(5001, 3001, TestNetwork.PKR, 5)),
                        TestNetwork.START_DAY,
                        TestNetwork.START_MILLIS + DAY_MILLIS,
                        true,
                        Optional.empty(),
                        false),
                TestNetwork.DEALER);
        done(new AffirmInstruction(1), TestNetwork.DEALER);
        done(
                new PlaceRestriction(
                        1,
                        RestrictionGround.COURT,
                        RestrictionScope.ACCOUNT,
                        Optional.empty(),
                        Optional.of(DEALER_ACCOUNT),
                        Optional.empty(),
                        Blocks.DEBIT,
                        Optional.empty(),
                        "case",
                        DOCUMENT,
                        Optional.of(TestNetwork.START_MILLIS + DAY_MILLIS / 2)),
                TestNetwork.COURT);
        done(
                new RegisterOrder(
                        1,
                        OrderKind.FORFEIT,
                        1,
                        DEALER_ACCOUNT,
                        new AccountId(41001),
                        BILL,
                        20,
                        List.of(PLEDGE),
                        "case",
                        DOCUMENT,
                        TestNetwork.START_MILLIS + DAY_MILLIS),
                TestNetwork.COURT,
                TestNetwork.CENTRAL_BANK);
        again();
    }

    private void again() {
        ledger = new LedgerOverlay(network.state());
    }

    private static CreatePledge pledge(long number, PledgeKind kind, long first, long count) {
        return new CreatePledge(
                number,
                kind,
                DEALER_ACCOUNT,
                BILL,
                count,
                TestNetwork.id(TestNetwork.AMNA),
                0,
                Optional.empty(),
                Optional.empty(),
                List.of(new SerialRange(first, count)));
    }

    private void done(Operation operation, long... signers) {
        assertThat(network.submit(operation, signers).refusals()).isEmpty();
    }

    private Deed deed(Operation operation) {
        return new Deed(network.state(), ledger, operation, TestNetwork.id(TestNetwork.DEALER), network.nowMillis());
    }

    private void assertProven(Operation operation) {
        EncumberedTokenProof.tokensStay(deed(operation));
    }

    private void assertBroken(Operation operation, String sentence) {
        assertBroken(EncumberedTokenProof::tokensStay, operation, sentence);
    }

    private void assertBroken(Consumer<Deed> proof, Operation operation, String sentence) {
        assertThatThrownBy(() -> proof.accept(deed(operation)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(sentence);
    }

    private void move(long first, long count) {
        // Each move as if it were a transaction of its own, as passages are numbered within one.
        new Postings(ledger, network.occasion(Math.toIntExact(first)))
                .move(
                        new Debit(DEALER_ACCOUNT, BILL, count, List.of()),
                        AMNA_ACCOUNT,
                        new LotChoice.Chosen(List.of(new SerialRange(first, count))));
    }

    private Encumbrance known(EncumbranceId id) {
        return network.state().encumbrance(id).orElseThrow();
    }

    private static SerialSet serials(long first, long count) {
        return SerialSet.of(List.of(new SerialRange(first, count)));
    }

    /** As a bug might: an encumbrance in the place of another one, and the position in step. */
    private void put(Encumbrance encumbrance) {
        long before =
                ledger.encumbrance(encumbrance.id()).map(Encumbrance::quantity).orElse(0L);
        Position position = ledger.position(DEALER_ACCOUNT, BILL);
        ledger.apply(Tables.ENCUMBRANCES.put(encumbrance));
        ledger.apply(position.withEncumbered(position.encumbered() - before + encumbrance.quantity())
                .set());
    }

    private void release(EncumbranceId id) {
        new Postings(ledger, network.occasion(0)).release(id);
    }

    @Test
    @DisplayName("I7: a token that is set aside by name does not change hands, others beside it do")
    void aNamedTokenStays() {
        move(1, 40);
        assertProven(TestNetwork.transfer(3001, 5001, 40));
        move(41, 1);
        assertBroken(TestNetwork.transfer(3001, 5001, 41), "PLEDGE-1-1 names tokens that its account does not hold");
        // Nor when the encumbrance is gone with it.
        release(PLEDGE);
        assertBroken(TestNetwork.transfer(3001, 5001, 41), "TransferTokens takes SerialSet");
        assertBroken(new ReleasePledge(1), "ReleasePledge takes");
        again();
        release(PLEDGE);
        assertProven(new ReleasePledge(1));
    }

    @Test
    @DisplayName("I7 is asked after every transaction")
    void itIsAskedAfterEveryTransaction() {
        network.passDays(1);
        again();
        move(1, 1);
        Invariants.prove(deed(TestNetwork.transfer(3001, 5001, 1)));
        move(65, 1);
        assertBroken(Invariants::prove, TestNetwork.transfer(3001, 5001, 2), "LIEN-2-1 names tokens");
    }

    @Test
    @DisplayName("I7: no token stands for two encumbrances, and each names as many as its quantity, all of them there")
    void whatIsNamedIsThereOnce() {
        EncumbranceId third = new EncumbranceId(EncumbranceKind.PLEDGE, 3, 1);
        Encumbrance good = new Encumbrance(
                third, DEALER_ACCOUNT, BILL, 3, serials(51, 3), known(PLEDGE).beneficiary(), "", Optional.empty());
        put(good);
        assertProven(pledge(3, PledgeKind.PLEDGE, 51, 3));
        put(good.withSerials(serials(50, 3)));
        assertBroken(pledge(3, PledgeKind.PLEDGE, 50, 3), "is set aside twice, also by PLEDGE-3-1");
        put(good.withSerials(serials(99, 3)));
        assertBroken(pledge(3, PledgeKind.PLEDGE, 99, 3), "PLEDGE-3-1 names tokens that its account does not hold");
        put(good.withQuantity(4));
        assertBroken(pledge(3, PledgeKind.PLEDGE, 51, 4), "PLEDGE-3-1 of 4 units names");
        Postings postings = new Postings(ledger, network.occasion(0));
        assertThatThrownBy(() -> postings.encumber(good.withQuantity(2))).hasMessageContaining("of 2 units names");
    }

    @Test
    @DisplayName("I7: an encumbrance names no other tokens later, nor any instead of certain ones")
    void whatIsNamedDoesNotChange() {
        put(known(PLEDGE).withSerials(serials(42, 10)));
        assertBroken(TestNetwork.transfer(3001, 5001, 1), "PLEDGE-1-1 names SerialSet[ranges=[SerialRange[first=42");
        put(known(PLEDGE).withSerials(serials(41, 9)));
        assertBroken(TestNetwork.transfer(3001, 5001, 1), "instead of");
        Encumbrance named = known(PLEDGE);
        put(new Encumbrance(PLEDGE, DEALER_ACCOUNT, BILL, 10, named.beneficiary(), "", Optional.empty()));
        assertBroken(TestNetwork.transfer(3001, 5001, 1), "PLEDGE-1-1 is of other units than before");
    }

    @Test
    @DisplayName("I7: a creditor gets just the tokens that its pledge names")
    void aCreditorGetsJustThese() {
        release(PLEDGE);
        move(41, 10);
        assertProven(new EnforcePledge(1, AMNA_ACCOUNT));
        assertBroken(new EnforcePledge(2, AMNA_ACCOUNT), "EnforcePledge takes");
        move(51, 1);
        assertBroken(new EnforcePledge(1, AMNA_ACCOUNT), "EnforcePledge takes");
        again();
        release(PLEDGE);
        move(41, 9);
        assertBroken(new EnforcePledge(1, AMNA_ACCOUNT), "EnforcePledge takes");
    }

    @Test
    @DisplayName("I7: an order takes from encumbrances that it names only, and these lose just what goes")
    void anOrderTakesFromThoseThatItNames() {
        ForceTransfer force = new ForceTransfer(1, 2);
        put(known(PLEDGE).withSerials(serials(43, 8)));
        move(41, 2);
        assertProven(force);
        put(known(PLEDGE).withSerials(serials(44, 7)));
        assertBroken(force, "encumbrance PLEDGE-1-1 names");
        release(PLEDGE);
        assertBroken(force, "encumbrance PLEDGE-1-1 names");
        again();
        release(LIEN);
        move(61, 5);
        assertBroken(new ForceTransfer(1, 5), "ForceTransfer takes");
        again();
        // Given up for nothing.
        release(PLEDGE);
        move(1, 5);
        assertBroken(new ForceTransfer(1, 5), "encumbrance PLEDGE-1-1 names");
    }

    @Test
    @DisplayName("I7: what is locked for a settlement leaves with that settlement only")
    void whatIsLockedLeavesWithItsSettlement() {
        release(LOCK);
        move(71, 5);
        assertBroken(new SettleInstruction(1), "SettleInstruction takes");
        Instruction instruction = network.state().instruction(1).orElseThrow();
        ledger.apply(SettlementTables.INSTRUCTIONS.put(instruction.settledBy(
                new Instruction.Part(new TransactionId(DOCUMENT), network.nowMillis(), List.of(5L, 5L)))));
        assertProven(new SettleInstruction(1));
        // Not that of somebody else.
        release(LIEN);
        move(61, 5);
        assertBroken(new SettleInstruction(1), "from encumbrance LIEN-2-1");
    }

    @Test
    @DisplayName("I7: a token that is set aside by name is neither retired nor renumbered")
    void aNamedTokenKeepsItsSerial() {
        new LotPostings(ledger, network.occasion(0), 0).retire(BILL, new SerialRange(50, 1), DEALER_ACCOUNT);
        ledger.apply(
                network.state().position(DEALER_ACCOUNT, BILL).withQuantity(99).set());
        assertBroken(new RetireTokens(BILL, DEALER_ACCOUNT, 1, List.of()), "PLEDGE-1-1 names tokens");
        again();
        new Postings(ledger, network.occasion(0))
                .renumber(DEALER_ACCOUNT, BILL, List.of(new LotByLength(DEALER_ACCOUNT, BILL, 100, 1, 0)));
        assertBroken(new RenumberLots(BILL, DEALER_ACCOUNT), "names tokens that its account does not hold");
    }

    @Test
    @DisplayName("I7: the posting engine chooses no token that is set aside by name")
    void thePostingEngineChoosesNone() {
        Postings postings = new Postings(ledger, network.occasion(0));
        assertThatThrownBy(() -> postings.move(TestNetwork.leg(3001, 5001, BILL, 81)))
                .hasMessageContaining("it cannot give as many: Refused[code=QUANTITY_NOT_AVAILABLE]");
        assertThatThrownBy(() -> postings.move(
                        new Debit(DEALER_ACCOUNT, BILL, 1, List.of(new SerialRange(50, 1))), AMNA_ACCOUNT))
                .hasMessageContaining("Refused[code=TOKENS_SET_ASIDE]");
    }

    @Test
    @DisplayName("I7: a recount finds encumbrances that name what is not there, or what another one names")
    void aRecountLooksAtWhatIsNamed() {
        assertThat(Recount.mismatches(ledger)).isEmpty();
        for (SerialSet wrong : List.of(serials(92, 10), serials(56, 10), serials(1, 9))) {
            ledger.apply(Tables.ENCUMBRANCES.put(new Encumbrance(
                    PLEDGE, DEALER_ACCOUNT, BILL, 10, wrong, known(PLEDGE).beneficiary(), "", Optional.empty())));
            assertThat(Recount.mismatches(ledger))
                    .singleElement()
                    .asString()
                    .contains("account 3001 has not the tokens of PK0000000007 that are set aside by name");
        }
    }
}
