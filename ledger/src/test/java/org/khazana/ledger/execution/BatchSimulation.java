package org.khazana.ledger.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.khazana.ledger.execution.TestNetwork.BILL;
import static org.khazana.ledger.execution.TestNetwork.CENTRAL_BANK;
import static org.khazana.ledger.execution.TestNetwork.MINISTRY;
import static org.khazana.ledger.execution.TestNetwork.PKR;
import static org.khazana.ledger.execution.TestNetwork.id;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.khazana.ledger.authority.Parameter;
import org.khazana.ledger.authority.Signers;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.operation.BatchLeg;
import org.khazana.ledger.operation.BatchMode;
import org.khazana.ledger.operation.Operation;
import org.khazana.ledger.operation.OrderOperation;
import org.khazana.ledger.operation.RestrictionOperation;
import org.khazana.ledger.operation.SetParameter;
import org.khazana.ledger.operation.TransferBatch;
import org.khazana.ledger.operation.TransferCash;
import org.khazana.ledger.operation.TransferTokens;
import org.khazana.ledger.receipt.Posting;
import org.khazana.ledger.receipt.Receipt;
import org.khazana.ledger.refusal.Refusal;
import org.khazana.ledger.refusal.RefusalCode;
import org.khazana.ledger.rules.Circumstances;
import org.khazana.ledger.rules.Involvement;
import org.khazana.ledger.state.Lot;
import org.khazana.ledger.state.Passage;
import org.khazana.ledger.state.PassageId;
import org.khazana.ledger.state.Tables;

/**
 * A batch does what its legs would do as transactions of their own, one after another: all that it writes, all that it refuses and why.
 * Played on registers on which restrictions, pledges, rules for holders and settlements to come are in the way. {@code -DbatchSeeds} says how
 * many are played.
 */
class BatchSimulation {
    private static final long[] ACCOUNTS = {3001, 3002, 5001, 6001, 6002, 7001, 1001, 8001, 9001, 9999};
    private static final long[] ALL_SIGNERS = {3, 4, 6, 7};
    private static final int ROUNDS = 18;

    /** Refusals that must have come about, or else the runs say little. */
    private static final Set<RefusalCode> EXPECTED = EnumSet.of(
            RefusalCode.ACCOUNT_UNKNOWN,
            RefusalCode.PARTY_NOT_ACTIVE,
            RefusalCode.COURT_RESTRICTION,
            RefusalCode.DEBIT_BLOCKED,
            RefusalCode.CREDIT_BLOCKED,
            RefusalCode.CONTROLLER_SIGNATURE_MISSING,
            RefusalCode.QUANTITY_NOT_POSITIVE,
            RefusalCode.SELF_TRANSFER,
            RefusalCode.RECEIVER_NOT_ELIGIBLE,
            RefusalCode.HOLDING_LIMIT_EXCEEDED,
            RefusalCode.TRAVEL_RULE_DATA_MISSING,
            RefusalCode.QUANTITY_INSUFFICIENT,
            RefusalCode.QUANTITY_NOT_AVAILABLE,
            RefusalCode.CASH_TRANSFER_NOT_ALLOWED);

    private final Set<RefusalCode> met = EnumSet.noneOf(RefusalCode.class);
    private int done;
    private int leftOut;
    private int allDone;

    @Test
    void aBatchDoesWhatItsLegsWouldDoOneAfterAnother() {
        int seeds = Integer.getInteger("batchSeeds", 5);
        for (long seed = 1; seed <= seeds; seed++) {
            try {
                new Run(new SplittableRandom(seed)).play();
            } catch (RuntimeException | AssertionError failure) {
                throw new AssertionError("seed " + seed, failure);
            }
        }
        assertThat(done).isGreaterThan(seeds * ROUNDS);
        assertThat(leftOut).isGreaterThan(seeds * ROUNDS);
        assertThat(allDone).isGreaterThan(seeds);
        assertThat(met).containsAll(EXPECTED);
    }

    private final class Run {
        private final SplittableRandom random;
        private final TestNetwork network = new TestNetwork().quickFork();

        Run(SplittableRandom random) {
            this.random = random;
            network.submit(TestNetwork.bill(BILL), MINISTRY, CENTRAL_BANK);
            for (int i = 0; i < 6; i++) {
                network.submit(TestNetwork.issue(ACCOUNTS[i], 300), MINISTRY, CENTRAL_BANK);
                network.submit(TestNetwork.deposit(ACCOUNTS[i], 1_000, "R" + i), CENTRAL_BANK);
            }
            RandomHolders.prepare(network);
            RandomSettlements.prepare(network);
        }

        void play() {
            for (int round = 0; round < ROUNDS; round++) {
                for (int i = random.nextInt(6); i > 0; i--) {
                    somethingElse();
                }
                List<BatchLeg> legs = legs();
                AssetCode asset = random.nextInt(4) == 0 ? PKR : BILL;
                long[] signers = random.nextInt(3) == 0 ? new long[] {3} : ALL_SIGNERS;
                compare(asset, legs, signers);
            }
        }

        private void compare(AssetCode asset, List<BatchLeg> legs, long[] signers) {
            TestNetwork oneByOne = network.fork();
            TestNetwork together = network.fork();
            List<Object> before = stateOf(network);
            List<Receipt> singles = oneByOne.executeBlock(legs.stream()
                            .map(leg -> signed(single(asset, leg), signers, oneByOne))
                            .toList())
                    .receipts();
            Optional<Receipt> firstRefused =
                    singles.stream().filter(receipt -> !receipt.isAccepted()).findFirst();
            count(singles);

            Receipt each = submit(new TransferBatch(asset, BatchMode.EACH_ON_ITS_OWN, legs), signers, network);
            Receipt all = submit(new TransferBatch(asset, BatchMode.ALL_OR_NOTHING, legs), signers, together);

            assertThat(each.isAccepted()).as("%s", each.refusals()).isTrue();
            assertThat(each.postings()).isEqualTo(postingsOf(singles));
            assertThat(each.legsLeftOut()).isEqualTo(legsRefused(singles));
            assertThat(stateOf(network)).isEqualTo(stateOf(oneByOne));
            assertThat(Recount.mismatches(network.state())).isEmpty();
            if (firstRefused.isEmpty()) {
                allDone++;
                assertThat(all.isAccepted()).isTrue();
                assertThat(all.postings()).isEqualTo(each.postings());
                assertThat(all.legsLeftOut()).isEmpty();
                assertThat(stateOf(together)).isEqualTo(stateOf(oneByOne));
            } else {
                int number = 1 + singles.indexOf(firstRefused.get());
                assertThat(all.refusals())
                        .isEqualTo(firstRefused.get().refusals().stream()
                                .map(refusal -> Refusal.ofLeg(number, refusal.code()))
                                .toList());
                assertThat(stateOf(together)).isEqualTo(before);
            }
        }

        private void count(List<Receipt> singles) {
            for (Receipt single : singles) {
                done += single.isAccepted() ? 1 : 0;
                leftOut += single.isAccepted() ? 0 : 1;
                single.refusals().forEach(refusal -> met.add(refusal.code()));
            }
        }

        /** Mostly few accounts, so that legs depend on one another. */
        private List<BatchLeg> legs() {
            int accounts = random.nextInt(3) == 0 ? ACCOUNTS.length : 1 + random.nextInt(6);
            boolean areModest = random.nextInt(3) == 0;
            List<BatchLeg> legs = new ArrayList<>();
            for (int count = 1 + random.nextInt(random.nextInt(4) == 0 ? 60 : 8); count > 0; count--) {
                AccountId from = account(areModest ? 2 : accounts);
                AccountId to = account(accounts);
                legs.add(new BatchLeg(
                        from,
                        areModest && to.equals(from) ? new AccountId(6001) : to,
                        areModest ? 1 + random.nextInt(10) : random.nextInt(-1, 250),
                        random.nextBoolean() ? Optional.of(TestNetwork.CHAIN.hash()) : Optional.empty()));
            }
            return legs;
        }

        private AccountId account(int among) {
            return new AccountId(ACCOUNTS[random.nextInt(among)]);
        }

        /** Whatever may stand in the way of a movement, or not any more. */
        private void somethingElse() {
            switch (random.nextInt(6)) {
                case 0 -> submit(RandomHolders.operation(random), new long[] {1, 2, 3, 4, 6, 7}, network);
                case 1 -> submit(RandomSettlements.operation(random, network), new long[] {3, 4, 6, 7}, network);
                case 2 -> parameter(Parameter.CASH_TRANSFERS, random.nextInt(4) == 0 ? 0 : 1);
                case 3 -> parameter(Parameter.TRAVEL_RULE_FROM_MINOR, random.nextInt(3) == 0 ? 100 : 0);
                default -> {
                    Operation claim = new RandomClaims(random, network).operation();
                    boolean isOfAuthorities = claim instanceof RestrictionOperation || claim instanceof OrderOperation;
                    submit(claim, isOfAuthorities ? RandomClaims.signers(claim) : ALL_SIGNERS, network);
                }
            }
        }

        private void parameter(Parameter parameter, long value) {
            network.submit(new SetParameter(parameter, value), MINISTRY, CENTRAL_BANK);
        }
    }

    private static Operation single(AssetCode asset, BatchLeg leg) {
        return asset.equals(PKR)
                ? new TransferCash(asset, leg.from(), leg.to(), leg.quantity(), leg.travelRuleHash())
                : new TransferTokens(asset, leg.from(), leg.to(), leg.quantity(), List.of(), leg.travelRuleHash());
    }

    private static Receipt submit(Operation operation, long[] signers, TestNetwork network) {
        return network.submit(signed(operation, signers, network));
    }

    /** By the first, and by whoever else of them has a part in it. */
    private static byte[] signed(Operation operation, long[] signers, TestNetwork network) {
        SortedMap<PartyId, SortedSet<Hash>> persons = new TreeMap<>();
        LongStream.of(signers).forEach(signer -> persons.put(id(signer), new TreeSet<>()));
        Circumstances circumstances = new Circumstances(
                network.state(),
                new Signers(id(signers[0]), persons),
                network.occasion(0).moment());
        List<PartyId> strangers = Involvement.strangers(operation, circumstances);
        return network.signed(
                operation,
                LongStream.of(signers)
                        .filter(signer -> !strangers.contains(id(signer)))
                        .toArray());
    }

    private static List<Posting> postingsOf(List<Receipt> receipts) {
        return receipts.stream().flatMap(receipt -> receipt.postings().stream()).toList();
    }

    private static List<Refusal.LegRefusal> legsRefused(List<Receipt> singles) {
        List<Refusal.LegRefusal> refused = new ArrayList<>();
        for (int i = 0; i < singles.size(); i++) {
            for (Refusal refusal : singles.get(i).refusals()) {
                refused.add(new Refusal.LegRefusal(i + 1, refusal.code()));
            }
        }
        return refused;
    }

    /** What happened to tokens, by whichever transaction. */
    private record Happened(AssetCode asset, Object serials, Object from, Object to) {}

    /** All but the memory of requests, and without the names of transactions. */
    private static List<Object> stateOf(TestNetwork network) {
        List<Object> state = new ArrayList<>();
        Tables.all().stream()
                .filter(table -> !table.name().startsWith(Tables.REQUESTS.name()))
                .forEach(table -> network.state().records(table).forEach(record -> state.add(nameless(record))));
        return state;
    }

    private static Object nameless(Object record) {
        return switch (record) {
            case Passage passage -> new Happened(passage.asset(), passage.serials(), passage.from(), passage.to());
            case Lot lot ->
                new Lot(
                        lot.asset(),
                        lot.first(),
                        lot.length(),
                        lot.holder(),
                        lot.tranche(),
                        lot.earliestTransferDay(),
                        new PassageId(1, 0, 0));
            default -> record;
        };
    }
}
