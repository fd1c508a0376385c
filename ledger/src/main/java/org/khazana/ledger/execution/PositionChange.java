package org.khazana.ledger.execution;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.khazana.ledger.state.LedgerOverlay;
import org.khazana.ledger.state.LedgerView;
import org.khazana.ledger.state.Position;
import org.khazana.ledger.state.PositionKey;
import org.khazana.ledger.state.Tables;

/**
 * What became of one position. Most proofs begin with these, so they are found once for all of them.
 *
 * @param before of nothing where nothing was held
 * @param after of nothing where nothing is held any more
 */
record PositionChange(PositionKey key, Position before, Position after) {
    /** All positions that were written, whether they are other ones now or not; in no order that means anything. */
    static List<PositionChange> between(LedgerView before, LedgerOverlay after) {
        Map<PositionKey, Optional<Position>> written = after.changed(Tables.POSITIONS);
        List<PositionChange> changes = new ArrayList<>(written.size());
        written.forEach((key, position) -> changes.add(new PositionChange(
                key,
                before.position(key.account(), key.asset()),
                position.orElseGet(() -> new Position(key.account(), key.asset(), 0)))));
        return changes;
    }

    /** How many units it has gained; less than 0 if it has lost some. */
    long gained() {
        return Math.subtractExact(after.quantity(), before.quantity());
    }

    /** How many units more are encumbered. */
    long setAside() {
        return Math.subtractExact(after.encumbered(), before.encumbered());
    }
}
