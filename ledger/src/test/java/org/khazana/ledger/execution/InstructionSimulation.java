package org.khazana.ledger.execution;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.khazana.ledger.execution.TestNetwork.BILL;
import static org.khazana.ledger.execution.TestNetwork.CENTRAL_BANK;
import static org.khazana.ledger.execution.TestNetwork.COURT;
import static org.khazana.ledger.execution.TestNetwork.CUSTODIAN;
import static org.khazana.ledger.execution.TestNetwork.DEALER;
import static org.khazana.ledger.execution.TestNetwork.MINISTRY;
import static org.khazana.ledger.execution.TestNetwork.PKR;
import static org.khazana.ledger.execution.TestNetwork.id;
import static org.khazana.ledger.execution.TestNetwork.leg;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.khazana.ledger.authority.Role;
import org.khazana.ledger.claim.Blocks;
import org.khazana.ledger.claim.RestrictionGround;
import org.khazana.ledger.claim.RestrictionScope;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.instrument.Denomination;
import org.khazana.ledger.instrument.Term;
import org.khazana.ledger.instrument.UnitLimits;
import org.khazana.ledger.operation.AffirmInstruction;
import org.khazana.ledger.operation.CancelInstruction;
import org.khazana.ledger.operation.CreateBill;
import org.khazana.ledger.operation.CreateInstruction;
import org.khazana.ledger.operation.GrantRole;
import org.khazana.ledger.operation.HoldInstruction;
import org.khazana.ledger.operation.Leg;
import org.khazana.ledger.operation.LiftRestriction;
import org.khazana.ledger.operation.PlaceRestriction;
import org.khazana.ledger.operation.ReleaseInstruction;
import org.khazana.ledger.operation.ReverseSettlement;
import org.khazana.ledger.operation.RunDueWork;
import org.khazana.ledger.operation.SettleInstruction;
import org.khazana.ledger.receipt.Posting;
import org.khazana.ledger.receipt.Receipt;
import org.khazana.ledger.rules.Affirmations;
import org.khazana.ledger.serial.SerialRange;
import org.khazana.ledger.serial.SerialSet;
import org.khazana.ledger.state.Encumbrance;
import org.khazana.ledger.state.Instruction;
import org.khazana.ledger.state.LotByLength;
import org.khazana.ledger.state.PositionKey;
import org.khazana.ledger.state.SettlementTables;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.time.DueKind;
import org.khazana.ledger.transaction.TransactionId;

/**
 * Instructions of all shapes, affirmed, held, given up, lapsing, reversed, while tokens and money come and courts hold some back; due
 * work settles what it can, whole or in part. Everything adds up after every step, and what has settled of an instruction is what
 * the receipts of its parts say. {@code -DinstructionSeeds} says how many are played.
 */
class InstructionSimulation {
    private static final long DAY_MILLIS = 86_400_000;
    private static final long[] ACCOUNTS = {3001, 3002, 5001, 6001};

    private int parts;
    private int settled;
    private int locked;
    private int settledByName;

    @Test
    void partsOfInstructionsAddUpWhateverComesBetween() {
        int seeds = Integer.getInteger("instructionSeeds", 8);
        for (long seed = 1; seed <= seeds; seed++) {
            try {
                new Run(new SplittableRandom(seed)).play();
            } catch (RuntimeException | AssertionError failure) {
                throw new AssertionError("seed " + seed, failure);
            }
        }
        // Runs in which nothing happens prove nothing.
        assertThat(parts).isGreaterThan(seeds * 2);
        assertThat(settled).isGreaterThan(seeds * 2);
        assertThat(locked).isGreaterThan(seeds * 2);
        assertThat(settledByName).isGreaterThan(seeds / 2);
    }

    private final class Run {
        private final SplittableRandom random;
        private final TestNetwork network = new TestNetwork();
        private final SortedMap<TransactionId, Receipt> receipts =
                new TreeMap<>(Comparator.comparing(TransactionId::toString));
        private long created;
        private int payments;

        Run(SplittableRandom random) {
            this.random = random;
            long multiple = 1L + random.nextInt(3);
            network.submit(
                    CreateBill.registeredHere(
                            BILL,
                            "a bill",
                            new Denomination(PKR, 500_000),
                            new Term(TestNetwork.START_DAY, TestNetwork.START_DAY + 364),
                            new UnitLimits(1_000_000, multiple * (1 + random.nextInt(2)), multiple)),
                    MINISTRY,
                    CENTRAL_BANK);
            network.submit(new GrantRole(id(CENTRAL_BANK), Role.OPERATOR), MINISTRY, CENTRAL_BANK);
        }

        void play() {
            for (int step = 0; step < 400; step++) {
                Receipt receipt = something();
                receipts.put(receipt.transactionId(), receipt);
                locked += (int) network.state().records(Tables.ENCUMBRANCES).stream()
                        .filter(Encumbrance::isOfSerials)
                        .count();
                if (random.nextInt(8) == 0) {
                    network.passDays(1);
                }
                if (random.nextInt(20) == 0) {
                    network.restart();
                }
                assertThat(Recount.mismatches(network.state())).isEmpty();
            }
            for (Instruction instruction : network.state().records(SettlementTables.INSTRUCTIONS)) {
                check(instruction);
            }
            receiptsExplainParts();
        }

        private Receipt something() {
            long number = 1 + random.nextLong(Math.max(1, created));
            long sender = random.nextBoolean() ? DEALER : CUSTODIAN;
            return switch (random.nextInt(20)) {
                case 0, 1 -> create();
                case 2, 3, 4, 5 -> {
                    long recent = Math.max(1, created - random.nextInt(4));
                    yield network.submit(new AffirmInstruction(recent), concerned(recent, sender));
                }
                case 6 -> network.submit(new AffirmInstruction(Math.max(1, created)), sender);
                case 7 ->
                    network.submit(TestNetwork.issue(account(), 6L * (1 + random.nextInt(4))), MINISTRY, CENTRAL_BANK);
                case 8 ->
                    network.submit(
                            TestNetwork.deposit(account(), 1 + random.nextInt(60), "R" + ++payments), CENTRAL_BANK);
                case 9 ->
                    network.submit(
                            random.nextBoolean() ? new HoldInstruction(number) : new ReleaseInstruction(number),
                            sender);
                case 10 ->
                    random.nextInt(3) == 0
                            ? network.submit(new CancelInstruction(number), concerned(number, sender))
                            : network.submit(new ReleaseInstruction(number), sender);
                case 11 -> network.submit(new SettleInstruction(number), sender);
                case 12 -> random.nextInt(3) == 0 ? reverse(number) : court();
                default -> dueWork();
            };
        }

        /** All whose word it needs, or one of them; now and then both, whether they have a part in it or not. */
        private long[] concerned(long number, long sender) {
            long[] needed = network.state().instruction(number).stream()
                    .flatMap(instruction -> Affirmations.needed(instruction, network.state()).stream())
                    .mapToLong(PartyId::number)
                    .toArray();
            if (needed.length > 1 && random.nextBoolean()) {
                return new long[] {needed[random.nextInt(needed.length)]};
            }
            boolean isByBoth = needed.length == 0 || random.nextInt(8) == 0;
            return isByBoth ? new long[] {sender, sender == DEALER ? CUSTODIAN : DEALER} : needed;
        }

        private Receipt create() {
            created++;
            long seller = account();
            long buyer = account();
            List<SerialRange> serials = random.nextInt(3) == 0 ? serialsOf(new AccountId(seller)) : List.of();
            long tokens = serials.isEmpty()
                    ? 6L * (1 + random.nextInt(8))
                    : SerialSet.of(serials).count();
            List<Leg> legs = new ArrayList<>(
                    List.of(new Leg(new AccountId(seller), new AccountId(buyer), BILL, tokens, serials)));
            if (!serials.isEmpty() && random.nextBoolean()) {
                legs.add(random.nextInt(2), leg(seller, buyer, BILL, 6L * (1 + random.nextInt(4))));
            }
            for (int payments = random.nextInt(3); payments > 0; payments--) {
                legs.add(random.nextInt(2), leg(buyer, seller, PKR, tokens + random.nextInt(60)));
            }
            return network.submit(
                    new CreateInstruction(
                            created,
                            legs,
                            Math.toIntExact(network.state().businessTime().day(network.nowMillis()))
                                    + random.nextInt(2),
                            network.nowMillis() + (3 + random.nextInt(20)) * DAY_MILLIS,
                            serials.isEmpty() ? random.nextInt(3) == 0 : random.nextInt(3) > 0,
                            Optional.empty(),
                            serials.isEmpty() && random.nextInt(5) > 0),
                    seller < 5000 ? DEALER : CUSTODIAN);
        }

        /** Six tokens, or twelve in two rows, that the account holds; none where it has no such lots. */
        private List<SerialRange> serialsOf(AccountId account) {
            List<SerialRange> rows = network.state().lots(LotByLength.from(account, BILL, 6), 10).stream()
                    .map(LotByLength::serials)
                    .map(lot -> new SerialRange(lot.first() + random.nextLong(lot.count() - 5), 6))
                    .sorted(Comparator.comparingLong(SerialRange::first))
                    .toList();
            int first = random.nextInt(1 + rows.size());
            return rows.subList(first, Math.min(rows.size(), first + 1 + random.nextInt(2)));
        }

        private Receipt reverse(long number) {
            created++;
            return network.submit(
                    new ReverseSettlement(created, number, network.nowMillis() + 3 * DAY_MILLIS), CENTRAL_BANK);
        }

        /** Holds some back somewhere, or lets it go. */
        private Receipt court() {
            long number = 1L + random.nextInt(5);
            return random.nextBoolean()
                    ? network.submit(new LiftRestriction(number, TestNetwork.CHAIN.hash()), COURT)
                    : network.submit(
                            new PlaceRestriction(
                                    number,
                                    RestrictionGround.COURT,
                                    RestrictionScope.POSITION,
                                    Optional.empty(),
                                    Optional.of(new AccountId(account())),
                                    Optional.of(random.nextBoolean() ? BILL : PKR),
                                    Blocks.DEBIT,
                                    Optional.of(1L + random.nextInt(30)),
                                    "case",
                                    TestNetwork.CHAIN.hash(),
                                    Optional.of(network.nowMillis() + random.nextInt(1, 4) * DAY_MILLIS)),
                            COURT);
        }

        private Receipt dueWork() {
            DueKind kind = random.nextInt(5) == 0 ? DueKind.EXPIRE_INSTRUCTIONS : DueKind.SETTLE_INSTRUCTIONS;
            return network.submit(
                    new RunDueWork(kind, network.state().workDone(kind), 1 + random.nextInt(20)), CENTRAL_BANK);
        }

        private long account() {
            return ACCOUNTS[random.nextInt(ACCOUNTS.length)];
        }

        private void check(Instruction instruction) {
            boolean isWhole = instruction.unsettled().stream().allMatch(left -> left == 0);
            assertThat(instruction.status() == Instruction.Status.SETTLED).isEqualTo(isWhole);
            assertThat(instruction.settled().getFirst() == 0)
                    .isEqualTo(instruction.settled().getLast() == 0);
            assertThat(instruction.parts().size() <= 1 || instruction.partialOk())
                    .isTrue();
            parts += isWhole && instruction.parts().size() == 1
                    ? 0
                    : instruction.parts().size();
            settled += isWhole ? 1 : 0;
            boolean isByName =
                    instruction.legs().stream().anyMatch(leg -> !leg.serials().isEmpty());
            settledByName += isWhole && isByName && instruction.lockOnAffirm() ? 1 : 0;
            for (int leg = 1; leg <= instruction.legs().size(); leg++) {
                assertThat(network.state().encumbrance(instruction.lock(leg)).isPresent() && !instruction.isOpen())
                        .isFalse();
            }
        }

        /** Nothing but parts, issues and deposits has moved anything. */
        private void receiptsExplainParts() {
            SortedMap<TransactionId, SortedMap<PositionKey, Long>> moved = new TreeMap<>(receipts.comparator());
            for (Instruction instruction : network.state().records(SettlementTables.INSTRUCTIONS)) {
                for (Instruction.Part part : instruction.parts()) {
                    SortedMap<PositionKey, Long> sums =
                            moved.computeIfAbsent(part.transaction(), any -> new TreeMap<>());
                    for (Leg leg : instruction.legsOf(part.quantities())) {
                        sums.merge(new PositionKey(leg.from(), leg.asset()), -leg.quantity(), Long::sum);
                        sums.merge(new PositionKey(leg.to(), leg.asset()), leg.quantity(), Long::sum);
                    }
                }
            }
            moved.forEach((transaction, sums) -> {
                for (Posting posting : requireNonNull(receipts.get(transaction)).postings()) {
                    sums.merge(new PositionKey(posting.account(), posting.asset()), -posting.delta(), Long::sum);
                }
                assertThat(sums.values()).allMatch(difference -> difference == 0);
            });
            receipts.forEach((transaction, receipt) -> assertThat(
                            receipt.postings().size() < 2 || moved.containsKey(transaction))
                    .isTrue());
        }
    }
}
