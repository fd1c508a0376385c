package org.khazana.ledger.time;

import org.khazana.ledger.table.Numbered;

/** Work that becomes due by itself, as time goes by, and that somebody must ask for. */
public enum DueKind implements Numbered {
    /** Instructions whose day has come. */
    SETTLE_INSTRUCTIONS(50),
    /** Instructions that can settle no more. */
    EXPIRE_INSTRUCTIONS(1_000),
    /** Units that are free again because the time is over for which they were set aside. */
    FREE_ENCUMBRANCES(1_000),
    /** Motions to which nobody can agree any more. */
    CLOSE_MOTIONS(1_000);

    private final int recordsMax;

    DueKind(int recordsMax) {
        this.recordsMax = recordsMax;
    }

    /** Most that one step takes up. */
    public int recordsMax() {
        return recordsMax;
    }
}
