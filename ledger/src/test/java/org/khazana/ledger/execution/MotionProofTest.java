package org.khazana.ledger.execution;

import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.khazana.ledger.authority.Signers;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.operation.CreateProgramme;
import org.khazana.ledger.operation.SupportMotion;
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

        assertFires("motion " + id(1) + " had 0 of 1 with the role REGISTRAR");
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

        assertFires("motion " + id(1) + " was decided and changed later");
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

    private void assertFires(String sentence) {
        PlantedDeed.of(network, ledger, new SupportMotion(Hash.of(new byte[Hash.BYTES])), TestNetwork.MINISTRY)
                .isStoppedBy("I18: " + sentence);
    }

    private static TransactionId id(int number) {
        byte[] id = new byte[Hash.BYTES];
        id[0] = (byte) number;
        return new TransactionId(Hash.of(id));
    }

    private static Motion motion(int number, Signers agreed) {
        return new Motion(
                id(number),
                new CreateProgramme("P", "programme", TestNetwork.PKR, 1_000, Hash.of(new byte[Hash.BYTES])),
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
