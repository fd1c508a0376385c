package org.khazana.ledger.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.operation.Leg;
import org.khazana.ledger.serial.SerialRange;
import org.khazana.ledger.serial.SerialSet;
import org.khazana.ledger.state.PositionKey;

/** What is set aside for an instruction: by name where a leg names tokens, by number for all other legs together. */
class LegLockTest {
    private static final AssetCode BILL = new AssetCode("PK0000000007");

    private static Leg leg(long from, long to, long quantity) {
        return new Leg(new AccountId(from), new AccountId(to), BILL, quantity);
    }

    private static Leg leg(long from, long to, SerialRange... serials) {
        long count = SerialSet.of(List.of(serials)).count();
        return new Leg(new AccountId(from), new AccountId(to), BILL, count, List.of(serials));
    }

    private static SerialRange serials(long first, long last) {
        return new SerialRange(first, last - first + 1);
    }

    private static LegLock any(int leg, long account, long quantity) {
        return new LegLock(leg, new PositionKey(new AccountId(account), BILL), quantity, SerialSet.NONE);
    }

    private static LegLock named(int leg, long account, SerialRange... serials) {
        SerialSet set = SerialSet.of(List.of(serials));
        return new LegLock(leg, new PositionKey(new AccountId(account), BILL), set.count(), set);
    }

    @Test
    void oneForEachLegThatNamesTokensAndOneForAllOthersOfAPosition() {
        assertThat(LegLock.of(List.of(
                        leg(1, 2, 5), leg(1, 2, serials(4, 6)), leg(1, 3, 7), leg(1, 3, serials(9, 9), serials(1, 2)))))
                .containsExactly(named(2, 1, serials(4, 6)), named(4, 1, serials(1, 2), serials(9, 9)), any(1, 1, 12));
    }

    @Test
    void whatEarlierLegsBringIsNotSetAside() {
        assertThat(LegLock.of(List.of(leg(1, 2, 5), leg(2, 3, 8)))).containsExactly(any(1, 1, 5), any(2, 2, 3));
        assertThat(LegLock.of(List.of(leg(1, 2, serials(1, 5)), leg(2, 3, serials(1, 5)))))
                .containsExactly(named(1, 1, serials(1, 5)));
        assertThat(LegLock.of(List.of(leg(1, 2, serials(1, 5)), leg(2, 3, serials(4, 8)))))
                .containsExactly(named(1, 1, serials(1, 5)), named(2, 2, serials(6, 8)));
    }

    /** Five come in, which may be any: these very tokens must be there. */
    @Test
    void whatComesInWithoutANameIsNotWhatIsNamed() {
        assertThat(LegLock.of(List.of(leg(1, 2, 5), leg(2, 3, serials(1, 5)))))
                .containsExactly(named(2, 2, serials(1, 5)), any(1, 1, 5));
    }

    /** Five come in by name and are passed on by name; five others go between, which the position must have. */
    @Test
    void whatIsPassedOnByNameIsNoUseToOtherLegs() {
        assertThat(LegLock.of(List.of(leg(1, 2, serials(1, 5)), leg(2, 3, 5), leg(2, 3, serials(1, 8)))))
                .containsExactly(named(1, 1, serials(1, 5)), named(3, 2, serials(6, 8)), any(2, 2, 5));
    }

    @Test
    void tokensThatComeBackAreBroughtAgain() {
        assertThat(LegLock.of(List.of(leg(1, 2, serials(1, 5)), leg(2, 1, serials(1, 5)), leg(1, 3, serials(1, 5)))))
                .containsExactly(named(1, 1, serials(1, 5)));
        // Given away twice, they are set aside twice, which nobody can.
        assertThat(LegLock.of(List.of(leg(1, 2, serials(1, 5)), leg(1, 3, serials(1, 5)))))
                .hasSize(2);
    }

    @Test
    void sumsThatCannotBeCountedAreFoundOut() {
        List<Leg> legs = List.of(leg(2, 1, Long.MAX_VALUE), leg(1, 2, serials(1, 5)), leg(3, 1, 5));
        assertThatThrownBy(() -> LegLock.of(legs)).isInstanceOf(ArithmeticException.class);
    }
}
