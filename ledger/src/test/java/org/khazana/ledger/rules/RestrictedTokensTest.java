package org.khazana.ledger.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.khazana.ledger.claim.Blocks;
import org.khazana.ledger.claim.ClaimLimits;
import org.khazana.ledger.claim.EncumbranceId;
import org.khazana.ledger.claim.EncumbranceKind;
import org.khazana.ledger.claim.RestrictionGround;
import org.khazana.ledger.crypto.Domain;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.refusal.RefusalCode;
import org.khazana.ledger.serial.SerialRange;
import org.khazana.ledger.serial.SerialSet;
import org.khazana.ledger.state.Encumbrance;
import org.khazana.ledger.state.InMemoryLedgerState;
import org.khazana.ledger.state.LedgerView;
import org.khazana.ledger.state.Lot;
import org.khazana.ledger.state.PassageId;
import org.khazana.ledger.state.Position;
import org.khazana.ledger.state.RememberedView;
import org.khazana.ledger.state.Restraints;
import org.khazana.ledger.state.RestrictedTokens;
import org.khazana.ledger.state.Restriction;
import org.khazana.ledger.state.RestrictionTarget;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.table.Table;

/** Which tokens go of a position of which some are restricted, against the rule as one would say it, over a list. */
class RestrictedTokensTest {
    private static final AssetCode BILL = new AssetCode("PK0000000007");
    private static final AccountId HOLDER = new AccountId(7);
    private static final AccountId OTHER = new AccountId(8);
    private static final Comparator<SerialRange> SHORTEST =
            Comparator.comparingLong(SerialRange::count).thenComparingLong(SerialRange::first);
    private static final Comparator<SerialRange> LONGEST =
            Comparator.comparingLong(SerialRange::count).reversed().thenComparingLong(SerialRange::first);

    private final InMemoryLedgerState state = new InMemoryLedgerState();
    private long next = 1;
    private long held;

    private Lot add(long length, AccountId holder) {
        Lot lot = new Lot(BILL, next, length, Optional.of(holder), 1, 0, new PassageId(1, 0, 0));
        state.apply(lot.set());
        next += length;
        if (holder.equals(HOLDER)) {
            held += length;
            state.apply(new Position(HOLDER, BILL, held).set());
        }
        return lot;
    }

    private void restrict(long number, Optional<Long> until, SerialSet serials) {
        RestrictionTarget target = RestrictionTarget.ofSerials(BILL);
        state.apply(Tables.RESTRICTIONS.put(new Restriction(
                number,
                RestrictionGround.COURT,
                target,
                Blocks.DEBIT,
                Optional.empty(),
                serials,
                new PartyId(1),
                "case",
                Domain.GENESIS.hash(new byte[] {1}),
                0,
                until,
                Restriction.Status.ACTIVE)));
        state.apply(state.restricted(target).with(number).set());
    }

    /** In the position of the holder, which is told of it. */
    private void setAside(int number, Optional<Long> until, SerialSet serials) {
        EncumbranceId id = new EncumbranceId(EncumbranceKind.PLEDGE, number, 1);
        state.apply(Tables.ENCUMBRANCES.put(
                new Encumbrance(id, HOLDER, BILL, serials.count(), serials, new PartyId(2), "", until)));
        Position position = state.position(HOLDER, BILL);
        state.apply(
                position.withEncumbered(position.encumbered() + serials.count()).set());
    }

    private LotChoice choose(long quantity, long nowMillis) {
        return LotRules.choose(new Debit(HOLDER, BILL, quantity, List.of()), state, 0, nowMillis);
    }

    /** @param free pieces of lots that lie apart, or in different lots */
    private static LotChoice expected(List<SerialRange> free, long quantity) {
        List<SerialRange> left = new ArrayList<>(free);
        List<SerialRange> chosen = new ArrayList<>();
        long open = quantity;
        while (open > 0) {
            long wanted = open;
            Optional<SerialRange> piece = left.stream()
                    .filter(each -> each.count() >= wanted)
                    .min(SHORTEST)
                    .or(() -> left.stream().min(LONGEST));
            if (piece.isEmpty()) {
                return new LotChoice.Refused(RefusalCode.QUANTITY_NOT_AVAILABLE);
            }
            left.remove(piece.get());
            chosen.add(new SerialRange(
                    piece.get().first(), Math.min(open, piece.get().count())));
            open -= chosen.getLast().count();
        }
        return new LotChoice.Chosen(chosen);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void choosesByBestFitAmongTheOthers(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Lot> lots = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Lot lot = add(1 + random.nextInt(12), random.nextInt(4) == 0 ? OTHER : HOLDER);
            if (lot.isHeldBy(HOLDER)) {
                lots.add(lot);
            }
        }
        SerialSet restricted = SerialSet.NONE;
        for (int i = 1; i <= 8; i++) {
            long first = 1 + random.nextLong(next - 1);
            SerialSet some =
                    SerialSet.of(List.of(new SerialRange(first, Math.min(1 + random.nextInt(15), next - first))));
            boolean isOver = random.nextInt(4) == 0;
            restrict(i, isOver ? Optional.of(5L) : Optional.of(6L), some);
            restricted = isOver ? restricted : restricted.with(some);
        }
        SerialSet named = restricted;
        List<SerialRange> free = lots.stream()
                .flatMap(lot -> SerialSet.of(List.of(lot.serials())).without(named).ranges().stream())
                .toList();
        long count = lots.stream()
                .mapToLong(lot -> named.within(lot.serials()).count())
                .sum();

        assertThat(new Restraints(state, 5).restrictedTokens(HOLDER, BILL, SerialSet.NONE))
                .hasValue(count);
        assertThat(new Restraints(state, 5).of(HOLDER, BILL).available()).isEqualTo(held - count);
        for (long quantity = 1; quantity <= held; quantity++) {
            assertThat(choose(quantity, 5)).as("%s", quantity).isEqualTo(expected(free, quantity));
        }
        // All are over.
        assertThat(new Restraints(state, 6).restrictedTokens(HOLDER, BILL, SerialSet.NONE))
                .hasValue(0);
        assertThat(choose(held, 6)).isInstanceOf(LotChoice.Chosen.class);
    }

    /** Together with tokens that encumbrances name, in any overlap: there are always as many others as are available. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whateverIsAvailableCanGoBesideWhatIsSetAside(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Lot> lots = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Lot lot = add(1 + random.nextInt(12), random.nextInt(4) == 0 ? OTHER : HOLDER);
            if (lot.isHeldBy(HOLDER)) {
                lots.add(lot);
            }
        }
        SerialSet aside = SerialSet.NONE;
        SerialSet restricted = SerialSet.NONE;
        for (int i = 1; i <= 8; i++) {
            Lot lot = lots.get(random.nextInt(lots.size()));
            long first = lot.first() + random.nextLong(lot.length());
            SerialSet some = SerialSet.of(List.of(new SerialRange(first, 1 + random.nextLong(lot.end() - first))))
                    .without(aside);
            boolean isOver = random.nextInt(4) == 0;
            if (!some.isEmpty()) {
                setAside(i, isOver ? Optional.of(5L) : Optional.empty(), some);
                aside = isOver ? aside : aside.with(some);
            }
            if (random.nextBoolean()) {
                SerialSet named = SerialSet.of(List.of(new SerialRange(first, 3 + random.nextInt(9))));
                restrict(i, Optional.empty(), named);
                restricted = restricted.with(named);
            }
        }
        SerialSet named = restricted.with(aside);
        List<SerialRange> free = lots.stream()
                .flatMap(lot -> SerialSet.of(List.of(lot.serials())).without(named).ranges().stream())
                .toList();

        long available = new Restraints(state, 5).of(HOLDER, BILL).available();
        // Only the named ones are kept here, and each counts once.
        assertThat(available)
                .isEqualTo(free.stream().mapToLong(SerialRange::count).sum());
        for (long quantity = 1; quantity <= held; quantity++) {
            assertThat(choose(quantity, 5)).as("%s", quantity).isEqualTo(expected(free, quantity));
        }
        SerialRange one = aside.ranges().getFirst();
        assertThat(LotRules.choose(new Debit(HOLDER, BILL, 1, List.of(new SerialRange(one.first(), 1))), state, 0, 5))
                .isInstanceOf(LotChoice.Refused.class);
    }

    /** A position with many lots of its own, and restrictions scattered over as many as may be: what it has set aside is found beside. */
    @Test
    void whatIsSetAsideIsFoundBesideWhatIsRestricted() {
        for (int i = 0; i < ClaimLimits.LOTS_LOOKED_AT_MAX; i++) {
            add(1, HOLDER);
            add(1, OTHER);
        }
        Lot last = add(9, HOLDER);
        restrict(1, Optional.empty(), SerialSet.of(List.of(new SerialRange(1, ClaimLimits.LOTS_LOOKED_AT_MAX))));
        setAside(1, Optional.empty(), SerialSet.of(List.of(new SerialRange(last.first(), 4))));

        assertThat(choose(5, 0)).isEqualTo(new LotChoice.Chosen(List.of(new SerialRange(last.first() + 4, 5))));
    }

    /** Both ways lead to the same tokens. */
    @Test
    void findsThemAmongAllLotsOfAnybodyWhenThePositionHasManyOfItsOwn() {
        for (int i = 0; i < ClaimLimits.LOTS_LOOKED_AT_MAX; i++) {
            add(2, HOLDER);
            add(1, OTHER);
        }
        SerialSet serials =
                SerialSet.of(List.of(new SerialRange(2, 4), new SerialRange(30, 5), new SerialRange(700, 1)));
        List<SerialRange> found = List.of(
                new SerialRange(2, 1),
                new SerialRange(4, 2),
                new SerialRange(31, 2),
                new SerialRange(34, 1),
                new SerialRange(700, 1));

        assertThat(RestrictedTokens.of(HOLDER, BILL, serials, state)
                        .orElseThrow()
                        .ranges())
                .isEqualTo(found);
        add(1, HOLDER);
        assertThat(RestrictedTokens.of(HOLDER, BILL, serials, state)
                        .orElseThrow()
                        .ranges())
                .isEqualTo(found);
    }

    /** Then nothing is free before the lots have become fewer, and somebody with few lots never notices. */
    @Test
    void givesUpWhereBothAreTooMany() {
        for (int i = 0; i <= ClaimLimits.LOTS_LOOKED_AT_MAX; i++) {
            add(1, HOLDER);
            add(1, OTHER);
        }
        add(9, new AccountId(9));
        state.apply(new Position(new AccountId(9), BILL, 9).set());
        restrict(1, Optional.empty(), SerialSet.of(List.of(new SerialRange(1, ClaimLimits.LOTS_LOOKED_AT_MAX))));
        assertThat(choose(1, 0)).isInstanceOf(LotChoice.Chosen.class);

        restrict(2, Optional.empty(), SerialSet.of(List.of(new SerialRange(1, 1 + ClaimLimits.LOTS_LOOKED_AT_MAX))));

        Restraints restraints = new Restraints(state, 0);
        assertThat(choose(1, 0)).isEqualTo(new LotChoice.Refused(RefusalCode.LOTS_TOO_MANY));
        assertThat(restraints.restrictedTokens(HOLDER, BILL, SerialSet.NONE)).isEmpty();
        assertThat(restraints.of(HOLDER, BILL).available()).isZero();
        assertThat(restraints.of(new AccountId(9), BILL).available()).isEqualTo(9);
    }

    /** A view that takes down what it is asked for the first time: keys of records, names of tables that are walked through. */
    private LedgerView listening(List<Object> asked) {
        return new RememberedView(new LedgerView() {
            @Override
            public <K extends Comparable<K>, V> Optional<V> get(Table<K, V> table, K key) {
                asked.add(key);
                return state.get(table, key);
            }

            @Override
            public <K extends Comparable<K>, V> void scan(Table<K, V> table, K from, BiPredicate<K, V> visitor) {
                asked.add(table.name());
                state.scan(table, from, visitor);
            }

            @Override
            public <K extends Comparable<K>, V> void scanDown(Table<K, V> table, K from, BiPredicate<K, V> visitor) {
                asked.add(table.name());
                state.scanDown(table, from, visitor);
            }
        });
    }

    @Test
    void whereNothingIsEncumberedNobodyLooksForEncumbrances() {
        add(5, HOLDER);
        List<Object> asked = new ArrayList<>();
        LedgerView view = listening(asked);
        assertThat(new Restraints(view, 0).of(HOLDER, BILL).available()).isEqualTo(5);
        assertThat(asked).hasSize(3); // the position, restrictions of units there, restrictions of tokens

        setAside(1, Optional.empty(), SerialSet.of(List.of(new SerialRange(1, 2))));
        asked.clear();
        assertThat(new Restraints(listening(asked), 0).of(HOLDER, BILL).available())
                .isEqualTo(3);
        // And the encumbrances, one after the other.
        assertThat(asked)
                .hasSize(5)
                .containsOnlyOnce(Tables.ENCUMBRANCES_BY_POSITION.table().name());
    }

    @Test
    void whereNothingIsRestrictedOneLookSaysSo() {
        add(5, HOLDER);
        List<Object> asked = new ArrayList<>();
        LedgerView view = listening(asked);

        for (int i = 0; i < 3; i++) {
            assertThat(new Restraints(view, 0).of(HOLDER, BILL).available()).isEqualTo(5);
            assertThat(LotRules.choose(new Debit(HOLDER, BILL, 5, List.of()), view, 0, 0))
                    .isInstanceOf(LotChoice.Chosen.class);
        }

        assertThat(asked)
                .containsOnlyOnce(RestrictionTarget.ofSerials(BILL))
                .doesNotContain(Tables.LOTS.name())
                .filteredOn(Tables.LOTS_BY_LENGTH.table().name()::equals)
                .hasSize(3); // by best fit, once for each choice
    }
}
