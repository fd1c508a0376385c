package org.khazana.ledger.execution;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.khazana.ledger.authority.Signers;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.state.LedgerOverlay;
import org.khazana.ledger.state.Motion;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.transaction.TransactionId;

/** Invariant I18 fires when a motion is carried out that should not be. */
class MotionProofTest {
    private final TestNetwork network = new TestNetwork();
    private final LedgerOverlay ledger = new LedgerOverlay(network.state());

    @Test
    void noMotionIsCarriedOutWithoutThoseWhoMustAgree() {
        carryOut(motion(1, agreed(TestNetwork.MINISTRY)));

        assertFires("had 0 of 1 with the role REGISTRAR");
    }

    @Test
    void noMotionIsCarriedOutByOneHuman() {
        SortedSet<Hash> person = new TreeSet<>();
        person.add(Hash.of(new byte[Hash.BYTES]));
        SortedMap<PartyId, SortedSet<Hash>> persons = new TreeMap<>();
        persons.put(TestNetwork.id(TestNetwork.MINISTRY), person);
        persons.put(TestNetwork.id(TestNetwork.CENTRAL_BANK), person);
        carryOut(motion(1, new Signers(TestNetwork.id(TestNetwork.MINISTRY), persons)));

        assertFires("one human agreed twice");
    }

    @Test
    void noMotionIsCarriedOutTwice() {
        Motion motion = motion(1, agreed(TestNetwork.MINISTRY, TestNetwork.CENTRAL_BANK));
        network.state().apply(Tables.MOTIONS.put(motion.with(Motion.Status.CARRIED_OUT)));
        carryOut(motion);

        assertFires("was decided and changed later");
    }

    @Test
    void noTwoMotionsAreCarriedOutAtOnce() {
        carryOut(motion(1, agreed(TestNetwork.MINISTRY, TestNetwork.CENTRAL_BANK)));
        carryOut(motion(2, agreed(TestNetwork.MINISTRY, TestNetwork.CENTRAL_BANK)));

        assertFires("2 motions were carried out at once");
    }

    private void carryOut(Motion motion) {
        ledger.apply(Tables.MOTIONS.put(motion.with(Motion.Status.CARRIED_OUT)));
    }

    private void assertFires(String message) {
        assertThatThrownBy(() -> MotionProof.agreementWasThere(network.state(), ledger, TestNetwork.START_DAY))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(message);
    }

    private static Motion motion(int number, Signers agreed) {
        byte[] id = new byte[Hash.BYTES];
        id[0] = (byte) number;
        return new Motion(
                new TransactionId(Hash.of(id)),
                TestNetwork.issue(3001, 10),
                agreed,
                new TreeSet<>(),
                1,
                Motion.Status.OPEN);
    }

    private static Signers agreed(long... parties) {
        SortedMap<PartyId, SortedSet<Hash>> persons = new TreeMap<>();
        for (long party : parties) {
            persons.put(TestNetwork.id(party), new TreeSet<>());
        }
        return new Signers(TestNetwork.id(parties[0]), persons);
    }
}
