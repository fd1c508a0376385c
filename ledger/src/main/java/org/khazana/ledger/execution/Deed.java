package org.khazana.ledger.execution;

import java.util.List;
import java.util.Optional;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.operation.MotionOperation;
import org.khazana.ledger.operation.Operation;
import org.khazana.ledger.refusal.Refusal;
import org.khazana.ledger.state.LedgerOverlay;
import org.khazana.ledger.state.LedgerView;
import org.khazana.ledger.state.Motion;
import org.khazana.ledger.state.Tables;

/**
 * One operation that was carried out, as those see it who prove that it has kept to the rules.
 *
 * @param after what is written, on top of {@code before}
 * @param positions all that became of positions between the two
 * @param legsLeftOut of a batch: what the receipt will say was not done
 * @param blockTimeMillis milliseconds since 1970 UTC
 */
record Deed(
        LedgerView before,
        LedgerOverlay after,
        List<PositionChange> positions,
        Operation operation,
        List<Refusal.LegRefusal> legsLeftOut,
        PartyId sender,
        long blockTimeMillis) {
    Deed(LedgerView before, LedgerOverlay after, Operation operation, PartyId sender, long blockTimeMillis) {
        this(before, after, PositionChange.between(before, after), operation, List.of(), sender, blockTimeMillis);
    }

    /** Whatever carries out the operation of a motion does that operation's deed, in the name of whoever raised it. */
    Deed {
        if (operation instanceof MotionOperation) {
            Optional<Motion> carriedOut = after.changed(Tables.MOTIONS).values().stream()
                    .flatMap(Optional::stream)
                    .filter(motion -> motion.status() == Motion.Status.CARRIED_OUT)
                    .findFirst();
            operation = carriedOut.map(Motion::operation).orElse(operation);
            sender = carriedOut.map(Motion::mover).orElse(sender);
        }
    }

    /** The business day on which it was done, counted from 1970-01-01. */
    long day() {
        return before.businessTime().day(blockTimeMillis);
    }
}
