package org.khazana.ledger.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.khazana.ledger.execution.TestNetwork.BILL;
import static org.khazana.ledger.execution.TestNetwork.CENTRAL_BANK;
import static org.khazana.ledger.execution.TestNetwork.MINISTRY;
import static org.khazana.ledger.execution.TestNetwork.PKR;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.khazana.ledger.authority.Signers;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.operation.BatchLeg;
import org.khazana.ledger.operation.BatchMode;
import org.khazana.ledger.operation.CashOperation;
import org.khazana.ledger.operation.InstructionOperation;
import org.khazana.ledger.operation.Leg;
import org.khazana.ledger.operation.Operation;
import org.khazana.ledger.operation.OrderOperation;
import org.khazana.ledger.operation.PledgeOperation;
import org.khazana.ledger.operation.RecordCashDeposit;
import org.khazana.ledger.operation.RenumberLots;
import org.khazana.ledger.operation.RestrictionOperation;
import org.khazana.ledger.operation.RetireTokens;
import org.khazana.ledger.operation.ReverseSettlement;
import org.khazana.ledger.operation.SettleNow;
import org.khazana.ledger.operation.TransferBatch;
import org.khazana.ledger.operation.TransferTokens;
import org.khazana.ledger.receipt.Posting;
import org.khazana.ledger.receipt.Receipt;
import org.khazana.ledger.rules.Circumstances;
import org.khazana.ledger.rules.Involvement;
import org.khazana.ledger.serial.SerialRange;
import org.khazana.ledger.state.Asset;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.transaction.TransactionId;

/**
 * Blocks of random business, most of it wrong in some way, some of it sent twice; after each block the register must
 * add up (invariants I1 to I5, I7 to I11, I15 to I17, I20 and I22 to I24 of the domain). A seed given by {@code -Dseed} is run
 * alone.
 */
class RandomBusinessSimulation {
    private static final long[] ACCOUNTS = {1001, 3001, 3002, 5001, 6001, 6002, 7001, 8001, 9001, 9999};
    private static final long[] SIGNERS = {1, 2, 3, 4, 5, 6, 7, 8, 9};
    private static final long[] QUANTITIES = {
        0, -1, 1, 2, 5, 10, 100, 1_000_000, 4_000_000_000L, Long.MAX_VALUE / 2, Long.MAX_VALUE, Long.MIN_VALUE
    };

    static List<Long> seeds() {
        String seed = System.getProperty("seed");
        return seed == null ? List.of(2L, 3L, 4L, 5L, 6L, 8L) : List.of(Long.parseLong(seed));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theRegisterAddsUpAfterEveryBlock(long seed) {
        // given
        SplittableRandom random = new SplittableRandom(seed);
        TestNetwork network = new TestNetwork();
        TestNetwork twin = new TestNetwork();
        for (TestNetwork each : List.of(network, twin)) {
            each.submit(TestNetwork.bill(BILL), MINISTRY, CENTRAL_BANK);
            each.submit(TestNetwork.issue(3001, 300), MINISTRY, CENTRAL_BANK);
            each.submit(TestNetwork.issue(6001, 300), MINISTRY, CENTRAL_BANK);
            RandomHolders.prepare(each);
            RandomSettlements.prepare(each);
        }
        List<byte[]> sent = new ArrayList<>();
        Set<TransactionId> decided = new HashSet<>();
        int accepted = 0;

        for (int block = 0; block < 40; block++) {
            List<byte[]> envelopes = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                envelopes.add(
                        !sent.isEmpty() && random.nextInt(10) == 0
                                ? sent.get(random.nextInt(sent.size()))
                                : someEnvelope(network, random));
            }
            sent.addAll(envelopes);

            // when
            Totals before = Totals.of(network);
            BlockResult result = network.executeBlock(envelopes);

            // then
            assertThat(twin.executeBlock(envelopes)).isEqualTo(result);
            assertThat(Recount.mismatches(network.state())).isEmpty();
            Totals expected = before;
            for (Receipt receipt : result.receipts()) {
                if (receipt.decidesRequest()) {
                    assertThat(decided.add(receipt.transactionId())).isTrue();
                }
                assertThat(receipt.isAccepted() || receipt.postings().isEmpty()).isTrue();
                expected = expected.after(receipt);
                accepted += receipt.isAccepted() ? 1 : 0;
            }
            assertThat(Totals.of(network)).isEqualTo(expected);
        }
        assertThat(accepted).isGreaterThan(20);
        assertThat(network.state().records(Tables.RESTRICTIONS)).isNotEmpty();
        assertThat(network.state().records(Tables.PLEDGES)).isNotEmpty();
        assertThat(twin.state().records(Tables.POSITIONS))
                .isEqualTo(network.state().records(Tables.POSITIONS));
    }

    /** What is outstanding, as the assets say, against what the receipts say. */
    private record Totals(long bills, long cash) {
        static Totals of(TestNetwork network) {
            return new Totals(outstanding(network, BILL), outstanding(network, PKR));
        }

        private static long outstanding(TestNetwork network, AssetCode code) {
            return network.state().asset(code).map(Asset::outstandingUnits).orElseThrow();
        }

        Totals after(Receipt receipt) {
            long newBills = bills;
            long newCash = cash;
            for (Posting posting : receipt.postings()) {
                assertThat(posting.after()).isNotNegative();
                if (posting.asset().equals(BILL)) {
                    newBills = Math.addExact(newBills, posting.delta());
                } else if (posting.asset().equals(PKR)) {
                    newCash = Math.addExact(newCash, posting.delta());
                }
            }
            return new Totals(newBills, newCash);
        }
    }

    private static byte[] someEnvelope(TestNetwork network, SplittableRandom random) {
        Operation operation =
                random.nextInt(3) == 0 ? new RandomClaims(random, network).operation() : someOperation(network, random);
        long[] signers = switch (random.nextInt(4)) {
            case 0 -> new long[] {SIGNERS[random.nextInt(SIGNERS.length)]};
            case 1 -> new long[] {3, 4, 7, 6};
            default ->
                switch (operation) {
                    case RecordCashDeposit deposit -> new long[] {2};
                    case SettleNow settle -> new long[] {4, 3, 7, 6, 1};
                    case RestrictionOperation restriction -> RandomClaims.signers(restriction);
                    case OrderOperation order -> RandomClaims.signers(order);
                    case PledgeOperation pledge -> RandomClaims.signers(pledge);
                    case ReverseSettlement reverse -> new long[] {2};
                    case InstructionOperation instruction ->
                        random.nextBoolean() ? new long[] {3, 7} : new long[] {4, 6};
                    case CashOperation cash -> new long[] {2, 3};
                    default -> new long[] {1, 2, 3, 4, 6, 7};
                };
        };
        byte[] envelope = network.signed(
                operation, random.nextInt(8) == 0 ? signers : withoutStrangers(signers, operation, network));
        if (random.nextInt(20) == 0) {
            envelope[random.nextInt(envelope.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return envelope;
    }

    /** The sender, and whoever else of them has a part in it. */
    private static long[] withoutStrangers(long[] signers, Operation operation, TestNetwork network) {
        SortedMap<PartyId, SortedSet<Hash>> persons = new TreeMap<>();
        LongStream.of(signers).forEach(signer -> persons.put(TestNetwork.id(signer), new TreeSet<>()));
        List<PartyId> strangers = Involvement.strangers(
                operation,
                new Circumstances(
                        network.state(),
                        new Signers(TestNetwork.id(signers[0]), persons),
                        network.occasion(0).moment()));
        return LongStream.of(signers)
                .filter(signer -> !strangers.contains(TestNetwork.id(signer)))
                .toArray();
    }

    private static Operation someOperation(TestNetwork network, SplittableRandom random) {
        return switch (random.nextInt(11)) {
            case 9, 10 -> RandomSettlements.operation(random, network);
            case 7 -> RandomHolders.operation(random);
            case 0 -> TestNetwork.issue(someAccount(random), someQuantity(random));
            case 1 -> TestNetwork.deposit(someAccount(random), someQuantity(random), "R" + random.nextInt(200));
            case 2 -> TestNetwork.transfer(someAccount(random), someAccount(random), someQuantity(random));
            case 3 -> serials(random);
            case 4 -> random.nextBoolean() ? new SettleNow(someLegs(random), Optional.of("random")) : batch(random);
            default -> fairTrade(random);
        };
    }

    private static Operation serials(SplittableRandom random) {
        AccountId account = new AccountId(someAccount(random));
        return switch (random.nextInt(4)) {
            case 0 -> new RenumberLots(BILL, account);
            case 1 -> TestNetwork.transfer(account.number(), 1001, someQuantity(random));
            case 2 -> new RetireTokens(BILL, new AccountId(1001), 1 + random.nextInt(20), List.of());
            default -> {
                SerialRange serials = new SerialRange(1 + random.nextInt(500), 1 + random.nextInt(5));
                yield new TransferTokens(
                        BILL, account, new AccountId(someAccount(random)), serials.count(), List.of(serials));
            }
        };
    }

    private static Operation fairTrade(SplittableRandom random) {
        long seller = someAccount(random);
        long buyer = someAccount(random);
        return new SettleNow(
                List.of(
                        TestNetwork.leg(seller, buyer, BILL, 1 + random.nextInt(20)),
                        TestNetwork.leg(buyer, seller, PKR, 1 + random.nextInt(50))),
                Optional.of("fair"));
    }

    private static TransferBatch batch(SplittableRandom random) {
        List<BatchLeg> legs = new ArrayList<>();
        for (int count = random.nextInt(35); count > 0; count--) {
            legs.add(new BatchLeg(
                    new AccountId(someAccount(random)), new AccountId(someAccount(random)), someQuantity(random)));
        }
        return new TransferBatch(
                random.nextInt(4) == 0 ? PKR : BILL,
                random.nextInt(4) == 0 ? BatchMode.ALL_OR_NOTHING : BatchMode.EACH_ON_ITS_OWN,
                legs);
    }

    private static List<Leg> someLegs(SplittableRandom random) {
        List<Leg> legs = new ArrayList<>();
        int count = random.nextInt(35);
        for (int i = 0; i < count; i++) {
            legs.add(TestNetwork.leg(
                    someAccount(random), someAccount(random), random.nextBoolean() ? BILL : PKR, someQuantity(random)));
        }
        return legs;
    }

    private static long someAccount(SplittableRandom random) {
        // Mostly accounts that work, or nothing would ever happen.
        return ACCOUNTS[random.nextInt(8) == 0 ? random.nextInt(ACCOUNTS.length) : 1 + random.nextInt(6)];
    }

    private static long someQuantity(SplittableRandom random) {
        return random.nextInt(3) == 0 ? QUANTITIES[random.nextInt(QUANTITIES.length)] : 1 + random.nextInt(1_000);
    }
}
