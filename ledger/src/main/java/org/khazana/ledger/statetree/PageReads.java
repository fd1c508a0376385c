package org.khazana.ledger.statetree;

/** Reads pages that were written before. Whoever keeps them may keep some at hand. */
public interface PageReads {

    /**
     * The page with that key, as it was written.
     *
     * @throws RuntimeException if it is not there any more, or cannot be read
     */
    Page page(PageKey key);
}
