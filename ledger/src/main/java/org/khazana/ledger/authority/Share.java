package org.khazana.ledger.authority;

import java.util.function.IntSupplier;
import org.khazana.ledger.table.Numbered;

/** How many of those who have a role. */
public enum Share implements Numbered {
    ONE,
    TWO,
    THREE,
    /** Of two that is both, so that nobody decides alone unless there is only one. */
    MORE_THAN_HALF,
    ALL;

    /**
     * How many that is; at least one.
     *
     * @param active how many active parties have the role; asked only where it matters
     */
    public int of(IntSupplier active) {
        return switch (this) {
            case ONE -> 1;
            case TWO -> 2;
            case THREE -> 3;
            case MORE_THAN_HALF -> active.getAsInt() / 2 + 1;
            case ALL -> Math.max(1, active.getAsInt());
        };
    }
}
