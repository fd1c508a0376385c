package org.khazana.storage.schema;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.finality.Head;
import org.khazana.ledger.finality.HeadCodec;
import org.khazana.ledger.receipt.Receipt;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.table.KeyForm;
import org.khazana.ledger.table.KeyWriter;
import org.khazana.ledger.table.Numbered;
import org.khazana.ledger.table.Table;
import org.khazana.ledger.table.TableReads;
import org.khazana.ledger.table.ValueForm;
import org.khazana.ledger.transaction.TransactionId;
import org.khazana.ledger.wire.ReceiptCodec;

/** All tables on disk. Changing the bytes of one is a new {@link #FORMAT_VERSION}. */
public final class StoreTables {
    /** Stands in the state; a newer one is not opened. */
    public static final long FORMAT_VERSION = 2;

    private static final KeyForm<Figure> FIGURE =
            new KeyForm<>(figure -> new KeyWriter().constant(figure).done(), fields -> fields.constant(Figure.class));

    public static final Table<Figure, Long> FIGURES = new Table<>(
            101,
            "figure",
            FIGURE,
            ValueForm.of((number, fields) -> fields.number(number), (figure, fields) -> fields.number()),
            number -> {
                throw new IllegalStateException("a figure does not know which it is");
            },
            List.of());

    public static final Table<TransactionId, Receipt> RECEIPTS = new Table<>(
            102,
            "receipt",
            new KeyForm<>(id -> id.hash().toBytes(), fields -> new TransactionId(Hash.of(fields.fixed(Hash.BYTES)))),
            ValueForm.of(
                    (receipt, fields) -> fields.sized(ReceiptCodec.encode(receipt)),
                    (id, fields) -> ReceiptCodec.decode(fields.sized())),
            Receipt::transactionId,
            List.of());

    /** The head of the newest block, which the next one names. */
    public static final Table<Figure, Head> NEWEST_HEAD = new Table<>(
            103,
            "newest-head",
            FIGURE,
            ValueForm.of(
                    (head, fields) -> fields.fixed(HeadCodec.encode(head)),
                    (figure, fields) -> StoredHeads.head(fields.fixed(HeadCodec.HEAD_BYTES))),
            head -> Figure.APPLIED_HEIGHT,
            List.of());

    private static final List<Table<?, ?>> OF_STATE =
            apart(Stream.concat(Tables.all().stream(), Stream.of(FIGURES, RECEIPTS, NEWEST_HEAD))
                    .toList());

    private static final List<Table<?, ?>> ALL =
            apart(Stream.concat(OF_STATE.stream(), OwnTables.all().stream()).toList());

    private StoreTables() {}

    /** Two tables of one name would write over each other's records. */
    private static List<Table<?, ?>> apart(List<Table<?, ?>> tables) {
        Set<Object> seen = new HashSet<>();
        for (Table<?, ?> table : tables) {
            if (!seen.add(table.name()) || !seen.add(table.number())) {
                throw new IllegalStateException("two tables have the name or the number of '" + table + "'");
            }
        }
        return tables;
    }

    /** Those of the state, the same on every node, and those that the node keeps for itself. */
    public static List<Table<?, ?>> all() {
        return ALL;
    }

    /** Those whose rows make up a snapshot. */
    public static List<Table<?, ?>> ofState() {
        return OF_STATE;
    }

    public static Optional<Head> newestHead(TableReads reads) {
        return reads.get(NEWEST_HEAD, Figure.APPLIED_HEIGHT);
    }

    /** The figure, if it was written. */
    public static Optional<Long> figure(Figure figure, TableReads reads) {
        return reads.get(FIGURES, figure);
    }

    /** About the state as a whole. */
    public enum Figure implements Numbered {
        FORMAT_VERSION,
        /** Written in the batch of each block; there is none before the founding. */
        APPLIED_HEIGHT
    }
}
