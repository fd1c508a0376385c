package org.khazana.ledger.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.khazana.ledger.claim.EncumbranceId;
import org.khazana.ledger.table.TableReads;

/** What others may demand of what somebody holds: a part of {@link LedgerView}. */
public interface ClaimView extends TableReads {
    /** One that was not released; its time may be over. */
    default Optional<Encumbrance> encumbrance(EncumbranceId id) {
        return get(Tables.ENCUMBRANCES, id);
    }

    /** All on that position that were not released, in order of id; their time may be over. */
    default List<Encumbrance> encumbrancesOn(PositionKey position) {
        return encumbrancesOn(position, Integer.MAX_VALUE);
    }

    /** The first of them, at most {@code limit}. */
    default List<Encumbrance> encumbrancesOn(PositionKey position, int limit) {
        List<Encumbrance> found = new ArrayList<>();
        scan(Tables.ENCUMBRANCES_BY_POSITION.table(), EncumbranceOfPosition.first(position), (entry, id) -> {
            boolean isWanted = entry.position().equals(position) && found.size() < limit;
            if (isWanted) {
                found.add(encumbrance(id).orElseThrow());
            }
            return isWanted;
        });
        return found;
    }

    default Optional<Pledge> pledge(long number) {
        return get(Tables.PLEDGES, number);
    }

    default Optional<Restriction> restriction(long number) {
        return get(Tables.RESTRICTIONS, number);
    }

    /** The numbers of those that lie on it and were not lifted or used up. */
    default Restricted restricted(RestrictionTarget target) {
        return get(Tables.RESTRICTED, target).orElseGet(() -> Restricted.nothing(target));
    }

    default Optional<Order> order(long number) {
        return get(Tables.ORDERS, number);
    }
}
