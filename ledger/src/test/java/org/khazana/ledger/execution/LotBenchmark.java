package org.khazana.ledger.execution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.operation.Leg;
import org.khazana.ledger.state.Asset;
import org.khazana.ledger.state.InMemoryLedgerState;
import org.khazana.ledger.state.LedgerOverlay;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.state.Units;
import org.khazana.ledger.transaction.TransactionId;

/**
 * How many ranges of serials a transfer moves, and how many there are in the end: plays a market on the posting code, with its
 * proof after each transfer, over the state in memory. Run by hand with {@code retail} or {@code wholesale}; see docs/benchmarks.md.
 */
final class LotBenchmark {
    private static final AssetCode BILL = new AssetCode("PK0000000007");
    private static final TransactionId TRANSACTION = new TransactionId(Hash.of(new byte[Hash.BYTES]));
    private static final int DEALERS = 20;
    private static final long TOKENS_OF_A_DEALER = 500_000;

    private final InMemoryLedgerState state = new InMemoryLedgerState();
    private final SplittableRandom random = new SplittableRandom(1);
    private final int holders;
    private final int transfers;
    private final long quantityMax;
    private final List<Integer> ranges = new ArrayList<>();
    private long height;
    private long nanos;

    private LotBenchmark(int holders, int transfers, long quantityMax) {
        this.holders = holders;
        this.transfers = transfers;
        this.quantityMax = quantityMax;
    }

    public static void main(String[] arguments) {
        boolean isRetail = arguments.length == 0 || arguments[0].equals("retail");
        LotBenchmark market = isRetail
                ? new LotBenchmark(100_000, Integer.getInteger("n", 2_000_000), Integer.getInteger("q", 200))
                : new LotBenchmark(200, 300_000, Long.MAX_VALUE);
        market.issue();
        market.trade();
        market.report();
    }

    private void issue() {
        Asset.BillTerms terms = new Asset.BillTerms(
                new PartyId(1), "bill", new AssetCode("PKR"), 500_000, 1, 400, Long.MAX_VALUE, 1, 1, java.util.Optional.empty());
        state.apply(Tables.ASSETS.put(
                new Asset(BILL, Units.NONE, java.util.Optional.of(terms), java.util.Optional.empty())));
        for (int dealer = 0; dealer < DEALERS; dealer++) {
            AccountId account = new AccountId(dealer);
            post(postings -> postings.create(account, BILL, TOKENS_OF_A_DEALER));
        }
    }

    private void post(java.util.function.Consumer<Postings> business) {
        height++;
        long start = System.nanoTime();
        LedgerOverlay overlay = new LedgerOverlay(state);
        business.accept(new Postings(overlay, new Occasion(TRANSACTION, new Place(height, 0, 0))));
        Conservation.prove(state, overlay);
        state.apply(overlay.changes());
        nanos += System.nanoTime() - start;
        ranges.add(overlay.changed(Tables.PASSAGES).size());
    }

    private void trade() {
        ranges.clear();
        while (ranges.size() < transfers) {
            AccountId giver = new AccountId(random.nextInt(100) < Integer.getInteger("d", 0) ? random.nextInt(DEALERS) : random.nextInt(DEALERS + holders));
            AccountId receiver = new AccountId(random.nextInt(DEALERS + holders));
            long held = state.quantity(giver, BILL);
            if (held > 0 && !giver.equals(receiver)) {
                long quantity = 1 + random.nextLong(Math.min(held, quantityMax));
                post(postings -> postings.move(new Leg(giver, receiver, BILL, quantity)));
            }
        }
    }

    private void report() {
        int[] sorted = ranges.stream().mapToInt(Integer::intValue).sorted().toArray();
        int lots = state.records(Tables.LOTS).size();
        int positions = state.records(Tables.POSITIONS).size();
        System.out.printf(
                "%,d transfers: ranges moved mean %.2f, p99 %d, max %d; at the end %,d ranges, %.1f for each of %,d holders; %.1f us a transfer%n",
                sorted.length,
                Arrays.stream(sorted).average().orElse(0),
                sorted[sorted.length * 99 / 100],
                sorted[sorted.length - 1],
                lots,
                (double) lots / positions,
                positions,
                nanos / 1e3 / sorted.length);
    }
}
