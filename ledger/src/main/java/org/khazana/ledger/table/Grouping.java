package org.khazana.ledger.table;

import java.util.Comparator;
import java.util.function.Function;

/**
 * Keys that come in groups, of which somebody mostly wants one.
 *
 * @param groupOf what the keys of a group have in common, and no others; they lie side by side in the order of all
 * @param within the order of all as far as one group goes, for which less needs to be compared
 */
public record Grouping<K>(Function<K, ?> groupOf, Comparator<K> within) {}
