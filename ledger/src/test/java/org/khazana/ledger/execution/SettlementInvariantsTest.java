package org.khazana.ledger.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.khazana.ledger.execution.TestNetwork.BILL;
import static org.khazana.ledger.execution.TestNetwork.PKR;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.operation.AffirmInstruction;
import org.khazana.ledger.operation.BatchLeg;
import org.khazana.ledger.operation.BatchMode;
import org.khazana.ledger.operation.CancelInstruction;
import org.khazana.ledger.operation.ConfirmCashWithdrawal;
import org.khazana.ledger.operation.CreateInstruction;
import org.khazana.ledger.operation.Leg;
import org.khazana.ledger.operation.Operation;
import org.khazana.ledger.operation.RunDueWork;
import org.khazana.ledger.operation.SettleNow;
import org.khazana.ledger.operation.TransferBatch;
import org.khazana.ledger.refusal.Refusal;
import org.khazana.ledger.refusal.RefusalCode;
import org.khazana.ledger.state.CashWithdrawal;
import org.khazana.ledger.state.Instruction;
import org.khazana.ledger.state.LedgerOverlay;
import org.khazana.ledger.state.Payment;
import org.khazana.ledger.state.RtgsKey;
import org.khazana.ledger.state.SettlementTables;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.time.DueKind;

/** What stops a node when money comes from nowhere or half a settlement is done: each bug is made by hand, past the rules. */
class SettlementInvariantsTest {
    private static final long DAY_MILLIS = 86_400_000;
    private static final List<Leg> LEGS =
            List.of(TestNetwork.leg(3001, 5001, BILL, 10), TestNetwork.leg(5001, 3001, PKR, 100));
    private static final Operation AFFIRM = new AffirmInstruction(1);
    private static final Operation DUE_WORK = new RunDueWork(DueKind.SETTLE_INSTRUCTIONS, 0, 1);

    private final TestNetwork network = new TestNetwork();
    private LedgerOverlay ledger = new LedgerOverlay(network.state());

    /** 50 tokens and 1,000 minor units, and instruction 1 about some of both. */
    @BeforeEach
    void prepare() {
        done(TestNetwork.bill(BILL), TestNetwork.MINISTRY, TestNetwork.CENTRAL_BANK);
        done(TestNetwork.issue(3001, 50), TestNetwork.MINISTRY, TestNetwork.CENTRAL_BANK);
        done(TestNetwork.deposit(5001, 1_000, "R1"), TestNetwork.CENTRAL_BANK);
        done(instruction(1), TestNetwork.DEALER);
        ledger = new LedgerOverlay(network.state());
    }

    private static CreateInstruction instruction(long number) {
        return new CreateInstruction(
                number,
                LEGS,
                TestNetwork.START_DAY,
                TestNetwork.START_MILLIS + DAY_MILLIS,
                false,
                Optional.empty(),
                true);
    }

    private void done(Operation operation, long... signers) {
        assertThat(network.submit(operation, signers).refusals()).isEmpty();
    }

    private Postings postings() {
        return new Postings(ledger, network.occasion(0));
    }

    private PlantedDeed deed(Operation operation) {
        return PlantedDeed.of(network, ledger, operation, TestNetwork.DEALER);
    }

    private void assertSettlementBroken(Operation operation, String sentence) {
        deed(operation).isStoppedBy("I12: " + sentence);
    }

    private static Payment payment(String reference, long amount) {
        return new Payment(new RtgsKey(PKR, reference), new AccountId(5001), amount);
    }

    private Instruction instruction() {
        return network.state().instruction(1).orElseThrow();
    }

    private Instruction affirmed() {
        return instruction()
                .affirmedBy(Set.of(TestNetwork.id(TestNetwork.DEALER), TestNetwork.id(TestNetwork.CUSTODIAN)));
    }

    private Instruction settled(Instruction instruction, long tokens, long money) {
        return instruction.settledBy(
                new Instruction.Part(network.occasion(0).transaction(), network.nowMillis(), List.of(tokens, money)));
    }

    private Instruction settled(Instruction instruction) {
        return settled(instruction, 10, 100);
    }

    private void put(Instruction instruction) {
        ledger.apply(SettlementTables.INSTRUCTIONS.put(instruction));
    }

    @Test
    @DisplayName("I10: money comes and goes with payments only")
    void moneyIsWhatWasPaid() {
        postings().create(new AccountId(5001), PKR, 7);
        Operation deposit = TestNetwork.deposit(5001, 7, "R2");
        deed(deposit).isStoppedBy("I10: money changes by {PKR=7}, but payments come to {}");
        assertThat(Recount.mismatches(ledger))
                .containsExactly("payments in PKR come to 1000, but 1007 are outstanding");
        ledger.apply(Tables.PAYMENTS.put(payment("R2", 7)));
        deed(deposit).isSound();
        postings().destroy(new AccountId(5001), PKR, 3);
        Operation both = TestNetwork.deposit(5001, 4, "R2");
        deed(both).isStoppedBy("I10: money changes by {PKR=4}, but payments come to {PKR=7}");
        ledger.apply(Tables.PAYMENTS.put(payment("R3", -3)));
        deed(both).isSound();
        assertThat(Recount.mismatches(ledger)).isEmpty();
    }

    @Test
    @DisplayName("I10: no payment is changed later, or forgotten")
    void paymentsStay() {
        ledger.apply(Tables.PAYMENTS.put(payment("R1", 1_000)));
        deed(AFFIRM).isStoppedBy("I10: payment RtgsKey[currency=PKR, reference=R1] was changed");
        ledger.apply(Tables.PAYMENTS.removal(new RtgsKey(PKR, "R1")));
        deed(AFFIRM).isStoppedBy("I10: payment RtgsKey[currency=PKR, reference=R1] was changed");
    }

    @Test
    @DisplayName("I11: a payment out destroys what was asked for")
    void aWithdrawalDestroysItsAmount() {
        LedgerOverlay before = new LedgerOverlay(network.state());
        before.apply(SettlementTables.CASH_WITHDRAWALS.put(new CashWithdrawal(
                1, new AccountId(5001), PKR, 5, false, CashWithdrawal.Status.WAITING, Optional.empty())));
        ledger = new LedgerOverlay(before);
        postings().destroy(new AccountId(5001), PKR, 6);
        PlantedDeed.of(
                        before,
                        ledger,
                        new ConfirmCashWithdrawal(1, "W1"),
                        TestNetwork.CENTRAL_BANK,
                        network.nowMillis())
                .isStoppedBy("I11: ConfirmCashWithdrawal created {PKR=-6}");
    }

    @Test
    @DisplayName("I12: a settlement is carried out whole, or not at all")
    void noHalfSettlement() {
        postings().move(LEGS.getFirst());
        assertSettlementBroken(new SettleNow(LEGS, Optional.empty()), "positions change by");
        assertSettlementBroken(AFFIRM, "positions change by");
        put(settled(affirmed()));
        assertSettlementBroken(AFFIRM, "positions change by");
        postings().move(LEGS.getLast());
        deed(AFFIRM).isSound();
    }

    @Test
    @DisplayName("I12: a batch moves all its legs but those that the receipt says were left out")
    void noLegOfABatchIsLeftOutUntold() {
        Leg leg = LEGS.getFirst();
        List<BatchLeg> twice = Collections.nCopies(2, new BatchLeg(leg.from(), leg.to(), leg.quantity()));
        TransferBatch each = new TransferBatch(leg.asset(), BatchMode.EACH_ON_ITS_OWN, twice);
        TransferBatch all = new TransferBatch(leg.asset(), BatchMode.ALL_OR_NOTHING, twice);
        Postings moved = postings();

        moved.move(leg);
        assertSettlementBroken(each, "positions change by");
        assertSettlementBroken(all, "positions change by");
        deed(each).leavingOut(2).isSound();
        deed(all).leavingOut(2).isStoppedBy("I12: legs [2] of a batch of all or nothing were left out");
        moved.move(leg);
        deed(each).leavingOut(2).isStoppedBy("I12: positions change by");
        deed(all).isSound();
    }

    @Test
    @DisplayName("I12: nothing settles without the word of all, too late or while it is held")
    void nothingSettlesUnagreed() {
        LEGS.forEach(postings()::move);
        put(settled(instruction().affirmedBy(Set.of(TestNetwork.id(TestNetwork.DEALER)))));
        assertSettlementBroken(AFFIRM, "instruction 1 settled without the word of all");
        put(settled(affirmed().heldBy(TestNetwork.id(TestNetwork.DEALER))));
        assertSettlementBroken(AFFIRM, "instruction 1 settled, though expired or held");
        put(settled(affirmed()));
        network.passDays(1);
        assertSettlementBroken(AFFIRM, "instruction 1 settled, though expired or held");
    }

    @Test
    @DisplayName("I12: a part settles where that was agreed, by due work, and moves what it says")
    void aPartIsWhatItSays() {
        LEGS.forEach(leg -> postings().move(new Leg(leg.from(), leg.to(), leg.asset(), leg.quantity() / 2)));
        put(settled(affirmed(), 5, 50));
        deed(DUE_WORK).isSound();
        assertSettlementBroken(AFFIRM, "instruction 1 settles in part");
        put(settled(affirmed(), 4, 40));
        assertSettlementBroken(DUE_WORK, "positions change by");
        put(settled(affirmed(), 5, 50).with(Instruction.Status.SETTLED));
        assertSettlementBroken(DUE_WORK, "instruction 1 is SETTLED, but [5, 50] are left");
        put(settled(indivisible(affirmed()), 5, 50));
        assertSettlementBroken(DUE_WORK, "instruction 1 settles in part");
    }

    private static Instruction indivisible(Instruction instruction) {
        return like(instruction, instruction.legs(), false);
    }

    private static Instruction like(Instruction instruction, List<Leg> legs, boolean partialOk) {
        return new Instruction(
                instruction.number(),
                instruction.creator(),
                legs,
                instruction.settleDay(),
                instruction.expiresAtMillis(),
                instruction.lockOnAffirm(),
                partialOk,
                instruction.reference(),
                instruction.travelRuleHash(),
                instruction.reverses(),
                instruction.named(),
                instruction.affirmed(),
                instruction.held(),
                instruction.cancelling(),
                instruction.status(),
                instruction.trial(),
                instruction.parts());
    }

    @Test
    @DisplayName("I12: where tokens go two ways, there is no proportion")
    void whatHasNoProportionSettlesAsAWhole() {
        List<Leg> twice = List.of(LEGS.getFirst(), TestNetwork.leg(3001, 6001, BILL, 100));
        put(settled(like(affirmed(), twice, true), 5, 50));
        assertSettlementBroken(DUE_WORK, "instruction 1 cannot be divided");
    }

    @Test
    @DisplayName("I12: due work closes what is over, and not before")
    void nothingIsClosedBeforeItsTime() {
        put(instruction().with(Instruction.Status.EXPIRED));
        assertSettlementBroken(DUE_WORK, "instruction 1 was closed before its time was over");
        network.passDays(1);
        deed(DUE_WORK).isSound();
    }

    @Test
    @DisplayName("I12: each part is paid for as the whole is, and all parts come to the whole")
    void noPartIsTooCheapOrTooDear() {
        put(settled(affirmed(), 3, 29));
        assertSettlementBroken(DUE_WORK, "of leg 2 of instruction 1 29 have settled, for 3 of 10 tokens");
        put(settled(affirmed(), 3, 31));
        assertSettlementBroken(DUE_WORK, "of leg 2 of instruction 1 31 have settled, for 3 of 10 tokens");
        put(settled(affirmed(), 11, 110));
        assertSettlementBroken(DUE_WORK, "instruction 1 is OPEN, but [-1, -10] are left");
        put(settled(affirmed(), 3, 0));
        assertSettlementBroken(DUE_WORK, "a part of instruction 1 leaves out a leg");
        put(settled(settled(affirmed(), 3, 30), 3, 30));
        assertSettlementBroken(DUE_WORK, "parts of instruction 1 that had settled do not stay");
    }

    @Test
    @DisplayName("I12: a part that has settled is never changed")
    void aPartStays() {
        LedgerOverlay before = new LedgerOverlay(network.state());
        before.apply(SettlementTables.INSTRUCTIONS.put(settled(affirmed(), 3, 30)));
        ledger = new LedgerOverlay(before);
        ledger.apply(SettlementTables.INSTRUCTIONS.put(settled(affirmed(), 4, 40)));
        PlantedDeed.of(before, ledger, DUE_WORK, TestNetwork.DEALER, network.nowMillis())
                .isStoppedBy("I12: parts of instruction 1 that had settled do not stay");
    }

    @Test
    @DisplayName("I12: what is done with stays as it is")
    void whatIsDoneWithStays() {
        done(new CancelInstruction(1), TestNetwork.DEALER);
        put(instruction().with(Instruction.Status.OPEN));
        assertSettlementBroken(AFFIRM, "instruction 1 was changed when it was done with");
    }

    @Test
    void oneWhoHasTooManyOpenInstructionsMakesNoMore() {
        for (int number = 2; number <= Instruction.OPEN_PER_CREATOR_MAX; number++) {
            network.state()
                    .apply(List.of(SettlementTables.INSTRUCTIONS.put(new Instruction(
                            number,
                            instruction().creator(),
                            LEGS,
                            TestNetwork.START_DAY,
                            instruction().expiresAtMillis(),
                            false,
                            false,
                            "",
                            Optional.empty(),
                            Optional.empty(),
                            instruction().named(),
                            instruction().affirmed(),
                            instruction().held(),
                            instruction().cancelling(),
                            Instruction.Status.OPEN,
                            Optional.empty(),
                            List.of()))));
        }

        assertThat(network.submit(instruction(999), TestNetwork.DEALER).refusals())
                .containsExactly(Refusal.of(RefusalCode.INSTRUCTIONS_TOO_MANY));
        done(new CancelInstruction(7), TestNetwork.DEALER);
        done(instruction(999), TestNetwork.DEALER);
    }
}
