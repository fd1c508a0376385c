package org.khazana.ledger.execution;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.khazana.ledger.InvariantBroken;
import org.khazana.ledger.operation.Operation;
import org.khazana.ledger.refusal.Refusal;
import org.khazana.ledger.refusal.RefusalCode;
import org.khazana.ledger.state.LedgerOverlay;
import org.khazana.ledger.state.LedgerView;

/**
 * A deed made by hand, past the rules. Asks all that is asked after every transaction, and not a proof of its own: so a proof that
 * nobody asks any more is missed. What is broken is told apart by its sentence, as proofs stop at the first.
 */
record PlantedDeed(Deed deed) {
    /** As if {@code sender} had asked for the operation at that time, and this had come of it. */
    static PlantedDeed of(LedgerView before, LedgerOverlay after, Operation operation, long sender, long timeMillis) {
        return new PlantedDeed(new Deed(before, after, operation, TestNetwork.id(sender), timeMillis));
    }

    /** As if it were in the next block. */
    static PlantedDeed of(TestNetwork network, LedgerOverlay after, Operation operation, long sender) {
        return of(network.state(), after, operation, sender, network.nowMillis());
    }

    /** The same, and the receipt says that this leg of a batch was left out. */
    PlantedDeed leavingOut(int leg) {
        return new PlantedDeed(new Deed(
                deed.before(),
                deed.after(),
                deed.positions(),
                deed.operation(),
                List.of(new Refusal.LegRefusal(leg, RefusalCode.QUANTITY_INSUFFICIENT)),
                deed.sender(),
                deed.blockTimeMillis()));
    }

    /** @param sentence how it begins, with the number of the invariant: {@code I8: TransferTokens left} */
    void isStoppedBy(String sentence) {
        assertThatThrownBy(() -> Invariants.prove(deed))
                .isInstanceOf(InvariantBroken.class)
                .hasMessageStartingWith("invariant broken: " + sentence);
    }

    void isSound() {
        assertThatCode(() -> Invariants.prove(deed)).doesNotThrowAnyException();
    }
}
