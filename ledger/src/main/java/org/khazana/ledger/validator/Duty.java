package org.khazana.ledger.validator;

import org.khazana.ledger.table.Numbered;

/** What a validator does for the network. */
public enum Duty implements Numbered {
    /** Votes, and counts towards the quorum. */
    VOTER,
    /** Keeps and executes all blocks, without a vote: a validator that catches up, or one that only looks on. */
    OBSERVER
}
