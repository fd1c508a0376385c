package org.khazana.ledger.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.khazana.ledger.execution.TestNetwork.BILL;
import static org.khazana.ledger.execution.TestNetwork.CENTRAL_BANK;
import static org.khazana.ledger.execution.TestNetwork.CHEN;
import static org.khazana.ledger.execution.TestNetwork.CUSTODIAN;
import static org.khazana.ledger.execution.TestNetwork.DEALER;
import static org.khazana.ledger.execution.TestNetwork.MINISTRY;
import static org.khazana.ledger.execution.TestNetwork.PKR;
import static org.khazana.ledger.execution.TestNetwork.START_DAY;
import static org.khazana.ledger.execution.TestNetwork.leg;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.khazana.ledger.authority.Role;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.operation.AffirmInstruction;
import org.khazana.ledger.operation.CreateInstruction;
import org.khazana.ledger.operation.GrantRole;
import org.khazana.ledger.operation.RunDueWork;
import org.khazana.ledger.operation.TransferTokens;
import org.khazana.ledger.receipt.Posting;
import org.khazana.ledger.receipt.Receipt;
import org.khazana.ledger.refusal.Refusal;
import org.khazana.ledger.refusal.RefusalCode;
import org.khazana.ledger.serial.SerialRange;
import org.khazana.ledger.state.Instruction;
import org.khazana.ledger.state.Passage;
import org.khazana.ledger.state.PassageId;
import org.khazana.ledger.state.PositionKey;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.time.DueKind;

class DueWorkTest {
    private static final long DAY_MILLIS = 86_400_000;

    private final TestNetwork network = new TestNetwork();

    @BeforeEach
    void aSellerAndTwoBuyers() {
        List<Receipt> prepared = List.of(
                network.submit(TestNetwork.bill(BILL), MINISTRY, CENTRAL_BANK),
                network.submit(TestNetwork.issue(3001, 100), MINISTRY, CENTRAL_BANK),
                network.submit(TestNetwork.deposit(5001, 500, "R1"), CENTRAL_BANK),
                network.submit(TestNetwork.deposit(6001, 500, "R2"), CENTRAL_BANK),
                network.submit(new GrantRole(TestNetwork.id(CHEN), Role.OPERATOR), MINISTRY, CENTRAL_BANK));
        assertThat(prepared).allMatch(Receipt::isAccepted);
    }

    @Test
    void oneStepPassesTheSameTokensOnAndLeavesOutWhatIsRefused() {
        agree(1, 3001, 5001, 60, 100);
        agree(2, 5001, 6001, 61, 1);
        agree(3, 5001, 6001, 60, 200);
        agree(4, 6001, 3001, 10, 1_000);
        network.passDays(1);

        Receipt receipt = step(4);

        assertThat(receipt.isAccepted()).isTrue();
        assertThat(statuses(1, 2, 3, 4))
                .containsExactly(
                        Instruction.Status.SETTLED,
                        Instruction.Status.OPEN,
                        Instruction.Status.SETTLED,
                        Instruction.Status.OPEN);
        assertThat(instruction(2).trial())
                .contains(new Instruction.Trial(START_DAY + 1, Refusal.ofLeg(1, RefusalCode.QUANTITY_INSUFFICIENT)));
        assertThat(instruction(4).trial().orElseThrow().refusal())
                .isEqualTo(Refusal.ofLeg(2, RefusalCode.QUANTITY_INSUFFICIENT));
        assertThat(receipt.postings().stream().map(Posting::after))
                .containsExactly(40L, 60L, 400L, 100L, 0L, 60L, 300L, 600L);
        // The passages of both settlements follow one another within the transaction, and lead back to the issue.
        List<Passage> passages = passagesAt(receipt.height());
        assertThat(passages.stream().map(passage -> passage.id().ordinal())).containsExactly(0, 1);
        Passage newest = network.state()
                .passage(network.state().lot(BILL, 1).orElseThrow().passage())
                .orElseThrow();
        assertThat(newest).isEqualTo(passages.get(1));
        assertThat(newest.earlier().orElseThrow().passage())
                .isEqualTo(passages.get(0).id());
        assertThat(Recount.mismatches(network.state())).isEmpty();
    }

    @Test
    void manyInstructionsInAnyStepsLeaveNothingUndoneAndNothingDoneTwice() {
        Random chance = new Random(11);
        long[] accounts = {3001, 5001, 6001};
        for (int number = 1; number <= 60; number++) {
            int giver = chance.nextInt(3);
            agree(
                    number,
                    accounts[giver],
                    accounts[(giver + 1 + chance.nextInt(2)) % 3],
                    1L + chance.nextInt(40),
                    1L + chance.nextInt(120));
        }
        network.passDays(1);
        SortedMap<PositionKey, Long> expected = quantities();

        while (!network.state().instructionsDue(START_DAY + 1, 1).isEmpty()) {
            assertThat(step(1 + chance.nextInt(20)).isAccepted()).isTrue();
            assertThat(Recount.mismatches(network.state())).isEmpty();
        }

        assertThat(network.state().workDone(DueKind.SETTLE_INSTRUCTIONS)).isEqualTo(60);
        int settled = 0;
        for (int number = 1; number <= 60; number++) {
            Instruction instruction = instruction(number);
            assertThat(instruction.isOpen()).isEqualTo(instruction.trial().isPresent());
            if (!instruction.isOpen()) {
                settled++;
                instruction.legs().forEach(leg -> {
                    expected.merge(new PositionKey(leg.from(), leg.asset()), -leg.quantity(), Long::sum);
                    expected.merge(new PositionKey(leg.to(), leg.asset()), leg.quantity(), Long::sum);
                });
            }
        }
        assertThat(settled).isBetween(10, 55);
        expected.values().removeIf(quantity -> quantity == 0);
        assertThat(quantities()).isEqualTo(expected);
    }

    @Test
    void aStepEndsWhenItHasMovedManyRanges() {
        assertThat(network.submit(TestNetwork.issue(3001, 412), MINISTRY, CENTRAL_BANK)
                        .isAccepted())
                .isTrue();
        // Every second token goes to others, so that the rest are 256 ranges wherever they are together.
        for (int first = 1; first <= 512; first += 32) {
            List<SerialRange> odd = IntStream.iterate(first, serial -> serial + 2)
                    .limit(16)
                    .mapToObj(serial -> new SerialRange(serial, 1))
                    .toList();
            TransferTokens away = new TransferTokens(BILL, new AccountId(3001), new AccountId(5001), 16, odd);
            assertThat(network.submit(away, DEALER).isAccepted()).isTrue();
        }
        for (int number = 1; number <= 6; number++) {
            boolean isThere = number % 2 == 0;
            agree(number, isThere ? 6001 : 3001, isThere ? 3001 : 6001, 256, 1);
        }
        network.passDays(1);

        Receipt receipt = step(6);

        assertThat(passagesAt(receipt.height())).hasSize(4 * 256);
        assertThat(network.state().workDone(DueKind.SETTLE_INSTRUCTIONS)).isEqualTo(4);
        assertThat(step(6).isAccepted()).isTrue();
        assertThat(statuses(1, 2, 3, 4, 5, 6)).containsOnly(Instruction.Status.SETTLED);
        assertThat(Recount.mismatches(network.state())).isEmpty();
    }

    private SortedMap<PositionKey, Long> quantities() {
        SortedMap<PositionKey, Long> quantities = new TreeMap<>();
        network.state().scan(Tables.POSITIONS, PositionKey.LEAST, (key, position) -> {
            quantities.put(key, position.quantity());
            return true;
        });
        return quantities;
    }

    private List<Passage> passagesAt(long height) {
        List<Passage> found = new ArrayList<>();
        network.state()
                .scan(Tables.PASSAGES, new PassageId(height, 0, 0), (id, passage) -> found.add(passage)); // true: all
        return found;
    }

    private List<Instruction.Status> statuses(long... numbers) {
        List<Instruction.Status> found = new ArrayList<>();
        for (long number : numbers) {
            found.add(instruction(number).status());
        }
        return found;
    }

    private Instruction instruction(long number) {
        return network.state().instruction(number).orElseThrow();
    }

    private Receipt step(int records) {
        long cursor = network.state().workDone(DueKind.SETTLE_INSTRUCTIONS);
        return network.submit(new RunDueWork(DueKind.SETTLE_INSTRUCTIONS, cursor, records), CHEN);
    }

    /** Tokens against money, for tomorrow, affirmed by all. */
    private void agree(long number, long seller, long buyer, long tokens, long money) {
        long sender = seller == 3001 || buyer == 3001 ? DEALER : CUSTODIAN;
        CreateInstruction create = new CreateInstruction(
                number,
                List.of(leg(seller, buyer, BILL, tokens), leg(buyer, seller, PKR, money)),
                START_DAY + 1,
                network.nowMillis() + 5 * DAY_MILLIS,
                false,
                Optional.empty(),
                false);
        assertThat(network.submit(create, sender).isAccepted()).isTrue();
        network.submit(new AffirmInstruction(number), DEALER);
        network.submit(new AffirmInstruction(number), CUSTODIAN);
    }
}
