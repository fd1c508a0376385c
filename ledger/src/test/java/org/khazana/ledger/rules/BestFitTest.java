package org.khazana.ledger.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.refusal.RefusalCode;
import org.khazana.ledger.serial.SerialRange;
import org.khazana.ledger.state.InMemoryLedgerState;
import org.khazana.ledger.state.LedgerOverlay;
import org.khazana.ledger.state.Lot;
import org.khazana.ledger.state.PassageId;

/** Against the rule as one would say it, over a list. */
class BestFitTest {
    private static final AssetCode BILL = new AssetCode("PK0000000007");
    private static final AccountId HOLDER = new AccountId(7);
    private static final int TODAY = 100;
    private static final Comparator<Lot> SHORTEST =
            Comparator.comparingLong(Lot::length).thenComparingLong(Lot::first);
    private static final Comparator<Lot> LONGEST =
            Comparator.comparingLong(Lot::length).reversed().thenComparingLong(Lot::first);

    private final InMemoryLedgerState state = new InMemoryLedgerState();
    private final LedgerOverlay ledger = new LedgerOverlay(state);
    private long next = 1;

    /** Half of them in the state, half in the overlay. */
    private Lot add(long length, AccountId holder, int earliestTransferDay) {
        Lot lot = new Lot(BILL, next, length, Optional.of(holder), 1, earliestTransferDay, new PassageId(1, 0, 0));
        if (next % 2 == 0) {
            ledger.apply(lot.set());
        } else {
            state.apply(lot.set());
        }
        next += length;
        return lot;
    }

    private LotChoice choose(long quantity) {
        return LotRules.choose(new Debit(HOLDER, BILL, quantity, List.of()), ledger, TODAY, 0);
    }

    private static LotChoice expected(List<Lot> lots, long quantity) {
        List<Lot> left = new ArrayList<>(lots);
        List<SerialRange> chosen = new ArrayList<>();
        long open = quantity;
        while (open > 0) {
            long wanted = open;
            Optional<Lot> lot = left.stream()
                    .filter(each -> each.length() >= wanted)
                    .min(SHORTEST)
                    .or(() -> left.stream().min(LONGEST));
            if (lot.isEmpty()) {
                return new LotChoice.Refused(RefusalCode.TOKENS_LOCKED);
            }
            left.remove(lot.get());
            chosen.add(
                    new SerialRange(lot.get().first(), Math.min(open, lot.get().length())));
            open -= chosen.getLast().count();
        }
        return new LotChoice.Chosen(chosen);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void choosesWhatTheRuleSays(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Lot> free = new ArrayList<>();
        long held = 0;
        for (int i = 0; i < 60; i++) {
            int kind = random.nextInt(6);
            Lot lot = add(
                    1 + random.nextInt(9),
                    kind == 0 ? new AccountId(6 + 2 * random.nextInt(2)) : HOLDER,
                    kind == 1 ? TODAY + 1 : 0);
            held += kind == 0 ? 0 : lot.length();
            if (kind > 1) {
                free.add(lot);
            }
        }

        for (long quantity = 1; quantity <= held; quantity++) {
            assertThat(choose(quantity)).as("%s", quantity).isEqualTo(expected(free, quantity));
        }
    }

    @Test
    void touchesNoMoreLotsThanAMovementMay() {
        for (int i = 0; i <= LotChoice.LOTS_MAX; i++) {
            add(2, HOLDER, 0);
        }

        assertThat(choose(2 * LotChoice.LOTS_MAX))
                .isInstanceOfSatisfying(
                        LotChoice.Chosen.class,
                        chosen -> assertThat(chosen.ranges()).hasSize(LotChoice.LOTS_MAX));
        assertThat(choose(2 * LotChoice.LOTS_MAX + 1)).isEqualTo(new LotChoice.Refused(RefusalCode.LOTS_TOO_MANY));
        assertThat(LotRules.choose(
                        new Debit(HOLDER, BILL, next - 1, List.of(new SerialRange(1, next - 1))), ledger, TODAY, 0))
                .isEqualTo(new LotChoice.Refused(RefusalCode.LOTS_TOO_MANY));
    }

    @Test
    void looksNoFurtherBehindLockedLotsThanItMay() {
        for (int i = 0; i <= LotChoice.LOTS_MAX; i++) {
            add(2, HOLDER, TODAY + 1);
        }
        add(3, HOLDER, 0);

        assertThat(choose(2)).isEqualTo(new LotChoice.Refused(RefusalCode.LOTS_TOO_MANY));
        assertThat(choose(3)).isEqualTo(new LotChoice.Chosen(List.of(new SerialRange(next - 3, 3))));
    }
}
