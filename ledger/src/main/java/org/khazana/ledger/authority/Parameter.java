package org.khazana.ledger.authority;

import org.khazana.ledger.table.Numbered;

/** A figure that the governors may set; until they do, it is what is said here. */
public enum Parameter implements Numbered {
    /** Hours between the beginning of a recovery of keys and its completion. */
    KEY_RECOVERY_HOURS(72, 1, 24 * 90),
    /** Hours that a motion may stay open. */
    MOTION_HOURS(24 * 30, 1, 24 * 365),
    /** Hours that an instruction may wait for its settlement. */
    INSTRUCTION_HOURS(24 * 30, 1, 24 * 365),
    /** 1 if cash may move against nothing in return; else 0. */
    CASH_TRANSFERS(0, 0, 1),
    /**
     * A business day ends only when all money was attested as of one of so many days up to it, that day being the first of them; 0 if a
     * day ends whatever is attested.
     */
    CASH_ATTESTATION_DAYS(0, 0, 31),
    /**
     * From how many minor units on, of money or of the face value of tokens, what moves between clients of different institutions names a
     * message of the travel rule; 0 if it need not.
     */
    TRAVEL_RULE_FROM_MINOR(0, 0, Long.MAX_VALUE),
    /**
     * While more executed blocks than these wait for a certificate, nodes take only what goes on while the system is halted; 0 if they take
     * everything however many wait. Nothing that stands in a block is refused for it: what is certified is not part of the state.
     */
    UNCERTIFIED_BLOCKS_MAX(10_000, 0, 1_000_000_000);

    private final long initial;
    private final long min;
    private final long max;

    Parameter(long initial, long min, long max) {
        this.initial = initial;
        this.min = min;
        this.max = max;
    }

    public long initial() {
        return initial;
    }

    /** Whether it may be set to this. */
    public boolean allows(long value) {
        return value >= min && value <= max;
    }
}
