package org.khazana.ledger.state;

import java.util.Comparator;
import java.util.List;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.table.Grouping;
import org.khazana.ledger.table.Index;
import org.khazana.ledger.table.Table;
import org.khazana.ledger.table.ValueForm;

/** Tables of serials and of what happened to tokens; a part of {@link Tables}. */
final class SerialTables {
    static final Index<LotByLength, LotKey, Lot> LOTS_BY_LENGTH = Index.of(
                    21,
                    "lot-by-length",
                    SerialKeys.LOT_BY_LENGTH,
                    LotByLength::lot,
                    (Lot lot) -> lot.isRetired() ? List.of() : List.of(LotByLength.of(lot)))
            .inGroups(new Grouping<>(LotByLength::position, LotByLength.WITHIN_POSITION));

    static final Index<LotEnd, LotKey, Lot> LOTS_BY_END = Index.ofSingle(
            25,
            "lot-by-end",
            SerialKeys.LOT_END,
            ValueForm.<LotEnd, LotKey>of(
                    (lot, fields) -> fields.number(lot.first()),
                    (entry, fields) -> new LotKey(entry.asset(), fields.number())),
            (Lot lot) -> List.of(LotEnd.of(lot)));

    static final Table<LotKey, Lot> LOTS = new Table<>(
                    20, "lot", SerialKeys.LOT, new LotForm(), Lot::key, List.of(LOTS_BY_LENGTH, LOTS_BY_END))
            .inGroups(new Grouping<>(LotKey::asset, Comparator.comparingLong(LotKey::first)));

    static final Table<LotKey, Tranche> TRANCHES = new Table<>(
            22,
            "tranche",
            SerialKeys.LOT,
            ValueForm.of(
                    (tranche, fields) -> fields.number(tranche.length())
                            .constant(tranche.source())
                            .optional(tranche.parents(), (hash, form) -> form.fixed(hash.toBytes())),
                    (key, fields) -> new Tranche(
                            key.asset(),
                            key.first(),
                            fields.number(),
                            fields.constant(Tranche.Source.class),
                            fields.optional(form -> Hash.of(form.fixed(Hash.BYTES))))),
            Tranche::key,
            List.of());

    static final Table<PassageId, Passage> PASSAGES =
            new Table<>(23, "passage", SerialKeys.PASSAGE, new PassageForm(), Passage::id, List.of());

    private SerialTables() {}
}
