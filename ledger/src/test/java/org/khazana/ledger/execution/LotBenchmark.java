package org.khazana.ledger.execution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.khazana.ledger.account.AccountKind;
import org.khazana.ledger.account.DebitRule;
import org.khazana.ledger.block.Moment;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.instrument.ContractForm;
import org.khazana.ledger.instrument.Entitlement;
import org.khazana.ledger.instrument.InstrumentTerms;
import org.khazana.ledger.instrument.RegisterMode;
import org.khazana.ledger.instrument.UnitLimits;
import org.khazana.ledger.operation.CreateBill;
import org.khazana.ledger.operation.Leg;
import org.khazana.ledger.rules.Debit;
import org.khazana.ledger.rules.LotChoice;
import org.khazana.ledger.rules.LotRules;
import org.khazana.ledger.state.Account;
import org.khazana.ledger.state.Asset;
import org.khazana.ledger.state.InMemoryLedgerState;
import org.khazana.ledger.state.LedgerOverlay;
import org.khazana.ledger.state.LotByLength;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.time.BusinessTime;
import org.khazana.ledger.transaction.TransactionId;

/**
 * How many ranges of serials a transfer moves, and how many there are in the end: plays a market on the posting code, with its
 * proof after each transfer, over the state in memory. Run by hand; see docs/benchmarks.md.
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
    private int renumberings;

    private LotBenchmark(int holders, int transfers, long quantityMax) {
        this.holders = holders;
        this.transfers = transfers;
        this.quantityMax = quantityMax;
    }

    /**
     * {@code retail}, {@code wholesale} or {@code cash} (the same as retail, without serials); the largest quantity; if wanted, how
     * many of a hundred transfers come from a dealer whatever the others hold.
     */
    public static void main(String[] arguments) {
        boolean isWholesale = arguments[0].equals("wholesale");
        long quantityMax = Long.parseLong(arguments[1]);
        LotBenchmark market = isWholesale
                ? new LotBenchmark(200, 300_000, quantityMax)
                : new LotBenchmark(100_000, 2_000_000, quantityMax);
        market.issue(arguments[0].equals("cash"));
        market.trade(arguments.length > 2 ? Integer.parseInt(arguments[2]) : 0);
        System.out.println(market.report());
    }

    private void issue(boolean isCash) {
        state.apply(Tables.ASSETS.put(isCash ? Asset.currency(BILL, 2) : Asset.defined(BILL, terms())));
        state.apply(Tables.BUSINESS_TIME.put(BusinessTime.FOUNDING));
        for (int account = 0; account < DEALERS + holders; account++) {
            state.apply(Tables.ACCOUNTS.put(account(account)));
        }
        for (int dealer = 0; dealer < DEALERS; dealer++) {
            AccountId account = new AccountId(dealer);
            post(postings -> postings.create(account, BILL, TOKENS_OF_A_DEALER));
        }
    }

    private static Account account(long number) {
        return new Account(
                new AccountId(number),
                new PartyId(number),
                new PartyId(number),
                AccountKind.OWN,
                DebitRule.OWNER,
                Account.Status.ACTIVE);
    }

    private static InstrumentTerms terms() {
        return new InstrumentTerms(
                new PartyId(1),
                "bill",
                CreateBill.CFI_USUAL,
                Optional.empty(),
                Optional.empty(),
                1,
                Optional.of(400),
                new UnitLimits(Long.MAX_VALUE, 1, 1),
                RegisterMode.NATIVE,
                Optional.empty(),
                ContractForm.CONVENTIONAL,
                true,
                Optional.empty(),
                new Entitlement.Discount());
    }

    private int post(Consumer<Postings> business) {
        height++;
        long start = System.nanoTime();
        LedgerOverlay overlay = new LedgerOverlay(state);
        business.accept(new Postings(overlay, new Occasion(TRANSACTION, new Moment(height, 0, 0))));
        Conservation.prove(state, overlay, PositionChange.between(state, overlay));
        overlay.net().writeTo(state);
        nanos += System.nanoTime() - start;
        return overlay.changed(Tables.PASSAGES).size();
    }

    /** Anybody who holds something, all alike, gives to anybody; any quantity up to the largest is as likely as another. */
    private void trade(int percentOfDealers) {
        nanos = 0;
        while (ranges.size() < transfers) {
            boolean isFromDealer = percentOfDealers > 0 && random.nextInt(100) < percentOfDealers;
            AccountId giver = new AccountId(random.nextInt(isFromDealer ? DEALERS : DEALERS + holders));
            AccountId receiver = new AccountId(random.nextInt(DEALERS + holders));
            long held = state.quantity(giver, BILL);
            if (held > 0 && !giver.equals(receiver)) {
                Leg movement = new Leg(giver, receiver, BILL, 1 + random.nextLong(Math.min(held, quantityMax)));
                renumberIfNeedBe(movement);
                ranges.add(post(postings -> postings.move(movement)));
            }
        }
    }

    /** As the ledger would demand before it moves so many. */
    private void renumberIfNeedBe(Leg movement) {
        boolean isCash = state.asset(BILL).filter(Asset::isCash).isPresent();
        while (!isCash && LotRules.choose(Debit.of(movement), state, 0, 0) instanceof LotChoice.Refused) {
            List<LotByLength> scattered = state.lots(LotByLength.from(movement.from(), BILL, 0), LotChoice.LOTS_MAX);
            post(postings -> postings.renumber(movement.from(), BILL, scattered));
            renumberings++;
        }
    }

    private String report() {
        int[] sorted = ranges.stream().mapToInt(Integer::intValue).sorted().toArray();
        List<Integer> lots = new ArrayList<>();
        state.scan(
                Tables.LOTS_BY_LENGTH.table(),
                LotByLength.from(new AccountId(0), BILL, 0),
                (entry, key) -> lots.add(1));
        int positions = state.records(Tables.POSITIONS).size();
        return ("%,d transfers of 1 to %,d: ranges moved mean %.2f, p99 %d, max %d; at the end %,d ranges, %.1f for each of %,d "
                        + "holders; %,d renumberings; %.1f us a transfer")
                .formatted(
                        sorted.length,
                        quantityMax,
                        Arrays.stream(sorted).average().orElse(0),
                        sorted[sorted.length * 99 / 100],
                        sorted[sorted.length - 1],
                        lots.size(),
                        (double) lots.size() / positions,
                        positions,
                        renumberings,
                        nanos / 1e3 / sorted.length);
    }
}
