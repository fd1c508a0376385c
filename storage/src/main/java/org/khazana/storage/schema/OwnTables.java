package org.khazana.storage.schema;

import java.util.List;
import org.khazana.ledger.table.KeyForm;
import org.khazana.ledger.table.KeyWriter;
import org.khazana.ledger.table.Table;
import org.khazana.ledger.table.ValueForm;

/**
 * What one node keeps for itself beside the state, in the same database and the same atomic writes: no part of the state tree, and
 * of no snapshot.
 */
public final class OwnTables {
    /** By height: the head of each block that was executed here, and heads before those. */
    public static final Table<Long, byte[]> HEADS = byNumber(128, "head");

    /** By height; the first certificate that came to be known here. */
    public static final Table<Long, byte[]> CERTIFICATES = byNumber(129, "certificate");

    /** Pages of the state tree. */
    public static final Table<OwnKey, byte[]> PAGES = ofBytes(130, "state-page");

    /** What records were that have changed since, by path and the height at which they were written. */
    public static final Table<OwnKey, byte[]> EARLIER = ofBytes(131, "earlier-record");

    /** By height: where the state tree after that block begins, if all its pages are here, and which pages nobody needs since. */
    public static final Table<Long, byte[]> TREES = byNumber(132, "tree");

    /** Entries of a state that is being put in order, by path. */
    public static final Table<OwnKey, byte[]> SORTING = ofBytes(133, "sorting");

    /** By who lied and where: two heads that one validator has signed for one height. */
    public static final Table<OwnKey, byte[]> EVIDENCE = ofBytes(134, "evidence");

    /** By height: the hashes of a block's receipts in their order, 32 bytes each, so that it can be proved where one stands. */
    public static final Table<Long, byte[]> RECEIPT_LEAVES = byNumber(135, "receipt-leaves");

    /** By height of the block that appointed them: what proves to anybody who the next validators are. Kept for ever. */
    public static final Table<Long, byte[]> STEPS = byNumber(136, "epoch-step");

    /** By path: the key of each record that ever stood there in a group, for no page says it. */
    public static final Table<OwnKey, byte[]> GROUPED = ofBytes(137, "grouped-key");

    /** By business date that is over, in days since 1970: its last block. */
    public static final Table<Long, byte[]> DATE_ENDS = byNumber(138, "business-date-end");

    /** What trees at the end of business dates need and no newer ones, by the last of these heights. */
    public static final Table<OwnKey, byte[]> HELD = ofBytes(139, "held");

    /** By height: what the block has changed in the state tree. */
    public static final Table<Long, byte[]> TREE_CHANGES = byNumber(140, "tree-changes");

    private OwnTables() {}

    private static Table<Long, byte[]> byNumber(int number, String name) {
        return table(
                number,
                name,
                new KeyForm<Long>(key -> new KeyWriter().number(key).done(), fields -> fields.number()));
    }

    private static Table<OwnKey, byte[]> ofBytes(int number, String name) {
        return table(number, name, OwnKey.FORM);
    }

    private static <K extends Comparable<K>> Table<K, byte[]> table(int number, String name, KeyForm<K> keys) {
        return new Table<>(
                number,
                name,
                keys,
                ValueForm.of((bytes, fields) -> fields.fixed(bytes), (key, fields) -> fields.fixed(fields.remaining())),
                bytes -> {
                    throw new IllegalStateException("a record of '" + name + "' does not know its key");
                },
                List.of());
    }

    public static List<Table<?, ?>> all() {
        return List.of(
                HEADS,
                CERTIFICATES,
                PAGES,
                EARLIER,
                TREES,
                TREE_CHANGES,
                SORTING,
                EVIDENCE,
                RECEIPT_LEAVES,
                STEPS,
                GROUPED,
                DATE_ENDS,
                HELD);
    }
}
