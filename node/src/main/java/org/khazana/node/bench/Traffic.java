package org.khazana.node.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.khazana.ledger.operation.BatchLeg;
import org.khazana.node.bench.ahead.RequestsAhead;
import org.khazana.node.bench.drive.Request;

/** The requests of a workload, as many as are wanted; which accounts they name is drawn from their number alone. */
final class Traffic {
    /** Of the transactions, how many are waited for until they are certified, unless all are. */
    private static final int CERTIFIED_ONE_IN = 16;

    private static final int HOT_ACCOUNT = 0;
    private static final int HOT_BILL = 0;

    private final Register register;
    private final Desk desk;
    private final BenchPlan plan;

    Traffic(Register register, Desk desk, BenchPlan plan) {
        this.register = register;
        this.desk = desk;
        this.plan = plan;
    }

    /** Signs on all processors. */
    List<Request> prepare(long first, long count) {
        return Desk.prepare(first, count, this::request);
    }

    /** Signed by a thread of its own, some thousands of transfers ahead; the first of them at once, on all processors. */
    RequestsAhead ahead(long first) {
        int ready = BenchPlan.AHEAD / plan.transfersEach();
        return new RequestsAhead(prepare(first, ready), first + ready, this::request);
    }

    private Request request(long number) {
        SplittableRandom chance = new SplittableRandom(number);
        return plan.workload() == Workload.MIXED && chance.nextInt(BenchPlan.PERCENT) < plan.readPercent()
                ? Request.read(register.positionsPath(chance.nextInt(register.accounts())))
                : desk.request(transaction(chance), plan.isCertified() || chance.nextInt(CERTIFIED_ONE_IN) == 0);
    }

    /** Any bill that all accounts hold; of an account that is hot, one position is. */
    private int bill(SplittableRandom chance) {
        return chance.nextInt(register.endowment().billsOfAll());
    }

    private Signed transaction(SplittableRandom chance) {
        return switch (plan.workload()) {
            case RETAIL, MIXED, LEADER_KILL -> {
                int from = chance.nextInt(register.accounts());
                yield register.transfer(bill(chance), from, otherThan(from, chance));
            }
            case BATCH -> batch(chance);
            case HOT -> {
                int other = otherThan(HOT_ACCOUNT, chance);
                yield chance.nextBoolean()
                        ? register.transfer(HOT_BILL, HOT_ACCOUNT, other)
                        : register.transfer(HOT_BILL, other, HOT_ACCOUNT);
            }
            case DVP -> {
                int pairs = register.accounts() / 2;
                int even = 2 * chance.nextInt(pairs);
                int odd = 2 * chance.nextInt(pairs) + 1;
                int bill = bill(chance);
                yield chance.nextBoolean() ? register.sale(bill, even, odd) : register.sale(bill, odd, even);
            }
        };
    }

    private Signed batch(SplittableRandom chance) {
        int custodians = register.custodians();
        int custodian = chance.nextInt(custodians);
        int accounts = register.accounts() / custodians;
        List<BatchLeg> legs = new ArrayList<>(plan.batchSize());
        while (legs.size() < plan.batchSize()) {
            int from = chance.nextInt(accounts);
            int to = otherThan(from, accounts, chance);
            legs.add(register.leg(custodian + custodians * from, custodian + custodians * to));
        }
        return register.batch(bill(chance), custodian, legs);
    }

    private int otherThan(int account, SplittableRandom chance) {
        return otherThan(account, register.accounts(), chance);
    }

    private static int otherThan(int number, int among, SplittableRandom chance) {
        int drawn = chance.nextInt(among - 1);
        return drawn < number ? drawn : drawn + 1;
    }
}
