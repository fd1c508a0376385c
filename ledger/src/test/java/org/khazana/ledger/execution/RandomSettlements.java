package org.khazana.ledger.execution;

import static org.khazana.ledger.execution.TestNetwork.BILL;
import static org.khazana.ledger.execution.TestNetwork.CENTRAL_BANK;
import static org.khazana.ledger.execution.TestNetwork.DEALER;
import static org.khazana.ledger.execution.TestNetwork.MINISTRY;
import static org.khazana.ledger.execution.TestNetwork.PKR;
import static org.khazana.ledger.execution.TestNetwork.START_MILLIS;
import static org.khazana.ledger.execution.TestNetwork.id;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.khazana.ledger.account.AccountKind;
import org.khazana.ledger.account.CreditRule;
import org.khazana.ledger.account.DebitRule;
import org.khazana.ledger.account.Residency;
import org.khazana.ledger.authority.Role;
import org.khazana.ledger.crypto.Domain;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.operation.AffirmInstruction;
import org.khazana.ledger.operation.CancelInstruction;
import org.khazana.ledger.operation.ConfirmCashWithdrawal;
import org.khazana.ledger.operation.CreateInstruction;
import org.khazana.ledger.operation.GrantRole;
import org.khazana.ledger.operation.HoldInstruction;
import org.khazana.ledger.operation.Leg;
import org.khazana.ledger.operation.OpenAccount;
import org.khazana.ledger.operation.Operation;
import org.khazana.ledger.operation.RejectCashWithdrawal;
import org.khazana.ledger.operation.ReleaseInstruction;
import org.khazana.ledger.operation.RequestCashWithdrawal;
import org.khazana.ledger.operation.ReverseSettlement;
import org.khazana.ledger.operation.RunDueWork;
import org.khazana.ledger.operation.SettleInstruction;
import org.khazana.ledger.serial.SerialRange;
import org.khazana.ledger.serial.SerialSet;
import org.khazana.ledger.state.LotByLength;
import org.khazana.ledger.time.DueKind;

/** Random settlements to come, and money that leaves again. */
final class RandomSettlements {
    private static final long[] ACCOUNTS = {3001, 3002, 5001, 6001, 6002, 7001};
    private static final long PAID_OUT_FROM = 3900;
    private static final long DAY_MILLIS = 86_400_000;

    private RandomSettlements() {}

    static void prepare(TestNetwork network) {
        network.submit(
                new OpenAccount(
                        new AccountId(PAID_OUT_FROM),
                        AccountKind.OWN,
                        id(DEALER),
                        id(DEALER),
                        DebitRule.OWNER,
                        CreditRule.FREE,
                        Residency.DOMESTIC,
                        Optional.of(Domain.GENESIS.hash(new byte[] {1}))),
                DEALER);
        network.submit(new GrantRole(id(MINISTRY), Role.OPERATOR), MINISTRY, CENTRAL_BANK);
        network.submit(TestNetwork.deposit(PAID_OUT_FROM, 100_000, "PAID OUT FROM"), CENTRAL_BANK);
    }

    /** Numbers move on with the time, so that what is affirmed was mostly created a short while before. */
    static Operation operation(SplittableRandom random, TestNetwork network) {
        long nowMillis = network.nowMillis();
        long number = 1 + (nowMillis - START_MILLIS) / 20_000 * 5 + random.nextInt(8);
        return switch (random.nextInt(14)) {
            case 0, 1, 2 -> instruction(number, random, network);
            case 3, 4, 5 -> new AffirmInstruction(number);
            case 6 -> random.nextBoolean() ? new HoldInstruction(number) : new ReleaseInstruction(number);
            case 7 -> random.nextInt(3) == 0 ? new CancelInstruction(number) : new ReleaseInstruction(number);
            case 8 -> new SettleInstruction(number);
            case 9 -> new ReverseSettlement(number + random.nextInt(3), number, nowMillis + DAY_MILLIS);
            case 10 ->
                new RequestCashWithdrawal(
                        number, new AccountId(PAID_OUT_FROM), PKR, 1 + random.nextInt(5_000), random.nextInt(5) == 0);
            case 13 -> dueWork(random, network);
            case 11 -> new ConfirmCashWithdrawal(number, "R" + random.nextInt(400));
            default -> new RejectCashWithdrawal(number);
        };
    }

    private static RunDueWork dueWork(SplittableRandom random, TestNetwork network) {
        List<DueKind> kinds = List.of(DueKind.values());
        DueKind kind = kinds.get(random.nextInt(kinds.size()));
        return new RunDueWork(kind, network.state().workDone(kind), 1 + random.nextInt(20));
    }

    private static CreateInstruction instruction(long number, SplittableRandom random, TestNetwork network) {
        long nowMillis = network.nowMillis();
        long seller = ACCOUNTS[random.nextInt(ACCOUNTS.length)];
        long buyer = ACCOUNTS[random.nextInt(ACCOUNTS.length)];
        boolean isTomorrow = random.nextInt(6) == 0;
        List<SerialRange> serials =
                random.nextInt(3) == 0 ? serialsOf(new AccountId(seller), random, network) : List.of();
        long tokens = serials.isEmpty()
                ? 1L + random.nextInt(random.nextInt(3) == 0 ? 2_000 : 20)
                : SerialSet.of(serials).count();
        Leg delivery = new Leg(new AccountId(seller), new AccountId(buyer), BILL, tokens, serials);
        Leg payment = TestNetwork.leg(buyer, seller, PKR, tokens + random.nextInt(50));
        return new CreateInstruction(
                number,
                random.nextInt(6) == 0 ? List.of(delivery) : List.of(delivery, payment),
                Math.toIntExact(nowMillis / DAY_MILLIS + (isTomorrow ? 1 : 0)),
                nowMillis + (random.nextInt(3) == 0 ? 20_000 : 3 * DAY_MILLIS),
                serials.isEmpty() ? random.nextInt(3) == 0 : random.nextBoolean(),
                Optional.empty(),
                serials.isEmpty() && random.nextBoolean());
    }

    /** A few tokens in one or two rows, mostly all in that account; none where it holds none. */
    static List<SerialRange> serialsOf(AccountId account, SplittableRandom random, TestNetwork network) {
        List<LotByLength> lots = network.state().lots(LotByLength.from(account, BILL, 0), 20);
        SortedMap<Long, SerialRange> found = new TreeMap<>();
        for (int i = lots.isEmpty() ? 2 : random.nextInt(2); i < 2; i++) {
            SerialRange lot = lots.get(random.nextInt(lots.size())).serials();
            long first = lot.first() + random.nextLong(lot.count());
            long count = Math.min(1 + random.nextInt(12), lot.end() - first + random.nextInt(8) / 7);
            found.put(first, new SerialRange(first, count));
        }
        boolean areApart = SerialSet.of(found.values()).count()
                == found.values().stream().mapToLong(SerialRange::count).sum();
        return areApart
                ? List.copyOf(found.values())
                : List.of(found.firstEntry().getValue());
    }
}
