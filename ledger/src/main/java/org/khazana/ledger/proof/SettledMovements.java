package org.khazana.ledger.proof;

import static org.khazana.ledger.proof.Doubtful.require;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.receipt.Posting;
import org.khazana.ledger.receipt.Receipt;
import org.khazana.ledger.state.Passage;
import org.khazana.ledger.state.SerialTrace;

/** Holds the receipt of a transaction against what the passages say that it did with one token. */
final class SettledMovements {
    private static final int GAVE = -1;
    private static final int RECEIVED = 1;

    private SettledMovements() {}

    /** A position of which the token went, or to which it came. */
    private record Turn(AccountId account, int sign) {}

    /**
     * Asks whether the receipt says just this of the token, no more and no less.
     *
     * @param movements all of the token by that transaction, in order
     */
    static void check(List<SerialTrace.Step> movements, Receipt receipt) throws Doubtful {
        for (SerialTrace.Step movement : movements) {
            Passage passage = movement.passage();
            require(
                    passage.id().height() == receipt.height()
                            && passage.id().position() == receipt.position()
                            && passage.transaction().equals(receipt.transactionId())
                            && passage.blockTimeMillis() == receipt.blockTimeMillis(),
                    Doubt.SERIAL_NOT_MOVED,
                    "the token was moved by transaction " + passage.transaction() + " of block "
                            + passage.id().height() + ", but the proof is that of " + receipt.transactionId()
                            + " of block " + receipt.height());
        }
        require(
                receipt.isAccepted() && turns(movements).equals(turns(receipt, movements)),
                Doubt.SERIAL_NOT_MOVED,
                "transaction " + receipt.transactionId() + " did not move the token as the state says");
    }

    /** A renumbering leaves each position as it was, and no posting tells of it. */
    private static List<Turn> turns(List<SerialTrace.Step> movements) {
        List<Turn> turns = new ArrayList<>();
        for (SerialTrace.Step movement : movements) {
            Optional<AccountId> from = movement.passage().from();
            Optional<AccountId> to = movement.passage().to();
            if (!from.equals(to)) {
                from.ifPresent(account -> turns.add(new Turn(account, GAVE)));
                to.ifPresent(account -> turns.add(new Turn(account, RECEIVED)));
            }
        }
        return turns;
    }

    private static List<Turn> turns(Receipt receipt, List<SerialTrace.Step> movements) {
        List<Turn> turns = new ArrayList<>();
        for (Posting posting : receipt.postings()) {
            if (movements.stream().anyMatch(movement -> isOf(movement, posting))) {
                turns.add(new Turn(posting.account(), Long.signum(posting.delta())));
            }
        }
        return turns;
    }

    private static boolean isOf(SerialTrace.Step movement, Posting posting) {
        return posting.asset().equals(movement.passage().asset())
                && posting.serials().stream()
                        .anyMatch(range ->
                                range.includes(movement.serialBefore()) || range.includes(movement.serialAfter()));
    }
}
