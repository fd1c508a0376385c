package org.khazana.api.port;

/** Of which moment something is to be proved. */
public sealed interface AsOf {

    /** After the newest block that is certified as far as the node knows. */
    record Newest() implements AsOf {}

    /** After the block of that height, 1 or more. */
    record Height(long height) implements AsOf {}

    /**
     * After the last block of a business date, which must be over.
     *
     * @param date in days since 1970
     */
    record EndOf(long date) implements AsOf {}
}
