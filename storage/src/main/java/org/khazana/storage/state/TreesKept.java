package org.khazana.storage.state;

/**
 * Of which heights the state tree is kept, so that what the state was can be proved.
 *
 * @param heights so many before the newest; 1 or more
 * @param businessDates and those at the end of so many business dates that are over, the newest ones; 0 or more
 */
public record TreesKept(long heights, int businessDates) {
    /** What was certified last, and somewhat more than a year of record dates. */
    public static final TreesKept DEFAULT = new TreesKept(1_000, 400);

    /** @throws IllegalArgumentException if nothing would be kept */
    public TreesKept {
        if (heights < 1 || businessDates < 0) {
            throw new IllegalArgumentException(
                    "the trees of " + heights + " heights and " + businessDates + " business dates cannot be kept");
        }
    }
}
