package org.khazana.ledger.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.khazana.ledger.execution.TestNetwork.BILL;
import static org.khazana.ledger.execution.TestNetwork.CENTRAL_BANK;
import static org.khazana.ledger.execution.TestNetwork.CHEN;
import static org.khazana.ledger.execution.TestNetwork.COURT;
import static org.khazana.ledger.execution.TestNetwork.CUSTODIAN;
import static org.khazana.ledger.execution.TestNetwork.DEALER;
import static org.khazana.ledger.execution.TestNetwork.MINISTRY;
import static org.khazana.ledger.execution.TestNetwork.PKR;
import static org.khazana.ledger.execution.TestNetwork.START_DAY;
import static org.khazana.ledger.execution.TestNetwork.leg;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.khazana.ledger.authority.Role;
import org.khazana.ledger.claim.Blocks;
import org.khazana.ledger.claim.OrderKind;
import org.khazana.ledger.claim.RestrictionGround;
import org.khazana.ledger.claim.RestrictionScope;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.operation.AffirmInstruction;
import org.khazana.ledger.operation.CreateInstruction;
import org.khazana.ledger.operation.ForceTransfer;
import org.khazana.ledger.operation.GrantRole;
import org.khazana.ledger.operation.IssueTokens;
import org.khazana.ledger.operation.Leg;
import org.khazana.ledger.operation.LiftRestriction;
import org.khazana.ledger.operation.Operation;
import org.khazana.ledger.operation.PlaceRestriction;
import org.khazana.ledger.operation.RegisterOrder;
import org.khazana.ledger.operation.ReverseSettlement;
import org.khazana.ledger.operation.RunDueWork;
import org.khazana.ledger.operation.SettleInstruction;
import org.khazana.ledger.operation.TransferTokens;
import org.khazana.ledger.receipt.Posting;
import org.khazana.ledger.receipt.Receipt;
import org.khazana.ledger.refusal.Refusal;
import org.khazana.ledger.refusal.RefusalCode;
import org.khazana.ledger.serial.SerialRange;
import org.khazana.ledger.state.Encumbrance;
import org.khazana.ledger.state.Instruction;
import org.khazana.ledger.state.SettlementTables;
import org.khazana.ledger.time.DueKind;

class PartialSettlementTest {
    private static final long DAY_MILLIS = 86_400_000;

    private static final Hash DOCUMENT = TestNetwork.CHAIN.hash();

    private final TestNetwork network = new TestNetwork();
    private int deposits;

    @BeforeEach
    void anInstrumentAndAnOperator() {
        done(TestNetwork.bill(BILL), MINISTRY, CENTRAL_BANK);
        done(new GrantRole(TestNetwork.id(CHEN), Role.OPERATOR), MINISTRY, CENTRAL_BANK);
    }

    @Test
    void eachPartIsPaidForAndAllPartsComeToWhatWasAgreed() {
        issue(1);
        deposit(5001, 1_000);
        agree(1, false, leg(3001, 5001, BILL, 3), leg(5001, 3001, PKR, 100));

        Receipt first = dueWork();
        assertThat(deltas(first)).containsExactly(-1L, 1L, -33L, 33L);
        issue(1);
        nextDay();
        Receipt second = dueWork();
        assertThat(deltas(second)).containsExactly(-1L, 1L, -34L, 34L);
        issue(1);
        nextDay();
        Receipt last = dueWork();
        assertThat(deltas(last)).containsExactly(-1L, 1L, -33L, 33L);

        Instruction instruction = instruction(1);
        assertThat(instruction.status()).isEqualTo(Instruction.Status.SETTLED);
        assertThat(instruction.parts())
                .containsExactly(part(first, 1L, 33L), part(second, 1L, 34L), part(last, 1L, 33L));
        assertThat(instruction.trial())
                .contains(new Instruction.Trial(START_DAY + 1, Refusal.ofLeg(1, RefusalCode.QUANTITY_INSUFFICIENT)));
        assertThat(Recount.mismatches(network.state())).isEmpty();
    }

    @Test
    void whoeverLacksMoneyGetsWhatItCanPayFor() {
        issue(50);
        deposit(5001, 49);
        agree(1, false, leg(3001, 5001, BILL, 50), leg(5001, 3001, PKR, 60), leg(5001, 3002, PKR, 50));

        dueWork();

        // 22 tokens cost 26 (26.4) and 22; 23 would cost 28 (27.6) and 23.
        assertThat(instruction(1).settled()).containsExactly(22L, 26L, 22L);
        assertThat(network.quantity(5001, PKR)).isEqualTo(1);
        assertThat(instruction(1).trial().orElseThrow().refusal())
                .isEqualTo(Refusal.ofLeg(2, RefusalCode.QUANTITY_INSUFFICIENT));
    }

    @Test
    void aDeliveryFreeOfPaymentSettlesInPartsAsWell() {
        issue(7);
        agree(1, false, leg(3001, 5001, BILL, 10));

        dueWork();

        assertThat(instruction(1).settled()).containsExactly(7L);
        assertThat(network.quantity(5001, BILL)).isEqualTo(7);
    }

    @Test
    void whatIsLockedUpOrTooScatteredWaits() {
        issue(5);
        done(new IssueTokens(BILL, new AccountId(3001), 5, Optional.of(START_DAY + 2)), MINISTRY, CENTRAL_BANK);
        deposit(5001, 10);
        agree(1, false, leg(3001, 5001, BILL, 10), leg(5001, 3001, PKR, 10));

        dueWork();

        assertThat(instruction(1).settled()).containsExactly(5L, 5L);
        nextDay();
        nextDay();
        dueWork();
        assertThat(instruction(1).status()).isEqualTo(Instruction.Status.SETTLED);

        issue(600);
        // Every second token goes elsewhere, to be 288 lots there.
        for (int first = 11; first <= 579; first += 32) {
            List<SerialRange> odd = new ArrayList<>();
            for (int serial = first; serial < first + 32; serial += 2) {
                odd.add(new SerialRange(serial, 1));
            }
            done(new TransferTokens(BILL, new AccountId(3001), new AccountId(3002), 16, odd), DEALER);
        }
        agree(2, false, leg(3002, 6001, BILL, 288));
        dueWork();
        assertThat(instruction(2).settled()).containsExactly(256L);
        assertThat(instruction(2).trial().orElseThrow().refusal())
                .isEqualTo(Refusal.ofLeg(1, RefusalCode.LOTS_TOO_MANY));
        assertThat(Recount.mismatches(network.state())).isEmpty();
    }

    /** Of 20 tokens ten are locked up and five of the others restricted: though 15 are free by their number, five can go. */
    @Test
    void tokensThatAuthoritiesNameAreLackingBesidesThoseThatAreLockedUp() {
        issue(10);
        done(new IssueTokens(BILL, new AccountId(3001), 10, Optional.of(START_DAY + 9)), MINISTRY, CENTRAL_BANK);
        done(
                new PlaceRestriction(
                        1,
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
                        List.of(new SerialRange(3, 5))),
                COURT);
        agree(1, false, leg(3001, 5001, BILL, 12));

        dueWork();

        assertThat(instruction(1).settled()).containsExactly(5L);
        assertThat(Recount.mismatches(network.state())).isEmpty();
    }

    @Test
    void whatAnOrderHasTakenIsLackingAndTheRestStaysSetAside() {
        issue(10);
        deposit(5001, 10);
        agree(1, true, leg(3001, 5001, BILL, 10), leg(5001, 3001, PKR, 10));
        courtTakes(3, 4);
        nextDay();
        // 7 are held and 1 of them is still held back by the court.
        dueWork();

        assertThat(instruction(1).settled()).containsExactly(6L, 6L);
        assertThat(locked(1, 1)).isZero();
        assertThat(locked(1, 2)).isEqualTo(4);
        done(new LiftRestriction(1, DOCUMENT), COURT);
        issue(3);
        nextDay();
        dueWork();
        assertThat(instruction(1).status()).isEqualTo(Instruction.Status.SETTLED);
        assertThat(locked(1, 2)).isZero();
        assertThat(Recount.mismatches(network.state())).isEmpty();
    }

    @Test
    void whatIsLeftLapsesAndWhatHadSettledCanThenBeReversed() {
        issue(4);
        deposit(5001, 10);
        agree(1, false, leg(3001, 5001, BILL, 10), leg(5001, 3001, PKR, 10));
        dueWork();
        assertThat(network.submit(reversal(), CENTRAL_BANK).refusals())
                .containsExactly(Refusal.of(RefusalCode.REVERSAL_OF_UNSETTLED));
        network.passDays(29);

        done(reversal(), CENTRAL_BANK);
        done(new AffirmInstruction(2), DEALER);
        done(new AffirmInstruction(2), CUSTODIAN);

        assertThat(network.quantity(3001, BILL)).isEqualTo(4);
        assertThat(network.quantity(5001, PKR)).isEqualTo(10);
        assertThat(instruction(1).settled()).containsExactly(4L, 4L);
    }

    private ReverseSettlement reversal() {
        return new ReverseSettlement(2, 1, network.nowMillis() + DAY_MILLIS);
    }

    @Test
    void afterManyPartsTheRestSettlesWhole() {
        deposit(5001, 1_000);
        agree(1, false, leg(3001, 5001, BILL, 100), leg(5001, 3001, PKR, 1_000));
        // Past the rules, as nobody waits so long.
        List<Instruction.Part> many = new ArrayList<>();
        for (int i = 0; i < Instruction.PARTS_MAX - 1; i++) {
            many.add(part(network.submit(new SettleInstruction(99), CHEN), 1L, 10L));
        }
        Instruction instruction = instruction(1);
        for (Instruction.Part part : many) {
            instruction = instruction.settledBy(part);
        }
        network.state().apply(List.of(SettlementTables.INSTRUCTIONS.put(instruction)));
        issue(36);

        dueWork();
        assertThat(instruction(1).parts()).hasSize(Instruction.PARTS_MAX - 1);
        issue(1);
        nextDay();
        dueWork();
        assertThat(instruction(1).status()).isEqualTo(Instruction.Status.SETTLED);
        assertThat(instruction(1).parts()).hasSize(Instruction.PARTS_MAX);
    }

    @Test
    void howeverTokensAndMoneyComeInEverythingIsPaidForExactly() {
        for (int seed = 1; seed <= 25; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            long before = network.quantity(5001, BILL);
            long paid = network.quantity(3001, PKR);
            long tokens = random.nextLong(2, 60);
            long price = random.nextLong(tokens, 1_000);
            long fee = random.nextLong(tokens, 100);
            agree(seed, false, leg(5001, 3001, PKR, price), leg(3001, 5001, BILL, tokens), leg(5001, 3001, PKR, fee));
            while (instruction(seed).isOpen()) {
                issue(1 + random.nextInt(20));
                deposit(5001, 1 + random.nextInt(300));
                dueWork();
                nextDay();
                assertThat(Recount.mismatches(network.state())).isEmpty();
            }
            assertThat(instruction(seed).status()).isEqualTo(Instruction.Status.SETTLED);
            assertThat(network.quantity(5001, BILL) - before).isEqualTo(tokens);
            assertThat(network.quantity(3001, PKR) - paid).isEqualTo(price + fee);
        }
    }

    private void done(Operation operation, long... signers) {
        assertThat(network.submit(operation, signers).refusals()).isEmpty();
    }

    private void issue(long tokens) {
        done(TestNetwork.issue(3001, tokens), MINISTRY, CENTRAL_BANK);
    }

    private void deposit(long account, long money) {
        deposits++;
        done(TestNetwork.deposit(account, money, "R" + deposits), CENTRAL_BANK);
    }

    private void nextDay() {
        network.passDays(1);
    }

    /** Affirmed by all, for today, or for tomorrow with all that is to be given set aside. */
    private void agree(long number, boolean isLocked, Leg... legs) {
        done(
                new CreateInstruction(
                        number,
                        List.of(legs),
                        today() + (isLocked ? 1 : 0),
                        network.nowMillis() + 29 * DAY_MILLIS,
                        isLocked,
                        Optional.empty(),
                        true),
                DEALER);
        done(new AffirmInstruction(number), DEALER);
        if (legs.length > 1) {
            done(new AffirmInstruction(number), CUSTODIAN);
        }
    }

    private int today() {
        return (int) network.state().businessTime().day(network.nowMillis());
    }

    /** So many, of those that are set aside for instruction 1; as many as {@code heldBack} were held back until then. */
    private void courtTakes(long tokens, long heldBack) {
        done(
                new PlaceRestriction(
                        1,
                        RestrictionGround.COURT,
                        RestrictionScope.POSITION,
                        Optional.empty(),
                        Optional.of(new AccountId(3001)),
                        Optional.of(BILL),
                        Blocks.DEBIT,
                        Optional.of(heldBack),
                        "case",
                        DOCUMENT,
                        Optional.empty()),
                COURT);
        done(
                new RegisterOrder(
                        1,
                        OrderKind.FORFEIT,
                        1,
                        new AccountId(3001),
                        new AccountId(41001),
                        BILL,
                        tokens,
                        List.of(instruction(1).lock(1)),
                        "case",
                        DOCUMENT,
                        network.nowMillis() + DAY_MILLIS),
                COURT,
                CENTRAL_BANK);
        done(new ForceTransfer(1, tokens), COURT, CENTRAL_BANK);
    }

    private Receipt dueWork() {
        long cursor = network.state().workDone(DueKind.SETTLE_INSTRUCTIONS);
        Receipt receipt = network.submit(new RunDueWork(DueKind.SETTLE_INSTRUCTIONS, cursor, 50), CHEN);
        assertThat(receipt.refusals()).isEmpty();
        return receipt;
    }

    private Instruction instruction(long number) {
        return network.state().instruction(number).orElseThrow();
    }

    private long locked(long number, int leg) {
        return network.state()
                .encumbrance(instruction(number).lock(leg))
                .map(Encumbrance::quantity)
                .orElse(0L);
    }

    private static List<Long> deltas(Receipt receipt) {
        return receipt.postings().stream().map(Posting::delta).toList();
    }

    private static Instruction.Part part(Receipt receipt, Long... quantities) {
        return new Instruction.Part(receipt.transactionId(), receipt.blockTimeMillis(), List.of(quantities));
    }
}
