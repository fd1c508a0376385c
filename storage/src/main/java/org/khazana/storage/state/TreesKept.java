package org.khazana.storage.state;

/**
 * Of which heights the state tree is kept, so that what the state was can be proved, and how.
 *
 * @param heights so many before the newest; 1 or more
 * @param businessDates and those at the end of so many business dates that are over, the newest ones; 0 or more
 * @param changesInMemory after so many changes the pages of the tree are written, or after a sixteenth as many blocks; 1 or more. The more,
 *     the fewer pages are written for each; but the tree of an earlier block is made anew from the one that was written before it whenever it
 *     is asked for, which takes some 10 us a change, and so is the newest one at a start
 */
public record TreesKept(long heights, int businessDates, int changesInMemory) {
    /** What was certified last, and somewhat more than a year of record dates. */
    public static final TreesKept DEFAULT = new TreesKept(1_000, 400);

    private static final int CHANGES_IN_MEMORY = 4_096;
    private static final int CHANGES_A_BLOCK = 16;

    /** @throws IllegalArgumentException if nothing would be kept */
    public TreesKept {
        if (heights < 1 || businessDates < 0 || changesInMemory < 1) {
            throw new IllegalArgumentException("the trees of " + heights + " heights and " + businessDates
                    + " business dates cannot be kept, written after " + changesInMemory + " changes");
        }
    }

    /** Written after 4,096 changes. */
    public TreesKept(long heights, int businessDates) {
        this(heights, businessDates, CHANGES_IN_MEMORY);
    }

    /** Whether the pages of the tree are to be written. */
    boolean isTime(int blocks, int changes) {
        return changes >= changesInMemory || blocks >= changesInMemory / CHANGES_A_BLOCK + 1;
    }
}
