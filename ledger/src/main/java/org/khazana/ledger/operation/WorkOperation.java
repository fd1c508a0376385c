package org.khazana.ledger.operation;

/** Work that is done in bounded steps, each of which names the one that it follows. */
public sealed interface WorkOperation extends Operation permits RecountAsset, RunDueWork {
    /** Most records that one step takes up. */
    int RECORDS_MAX = 1_000;

    /** How many records were done when this step begins. */
    long cursor();

    /** How many records it takes up at most. */
    int records();
}
