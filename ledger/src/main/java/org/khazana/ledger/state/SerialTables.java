package org.khazana.ledger.state;

import java.util.List;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.table.Index;
import org.khazana.ledger.table.Table;
import org.khazana.ledger.table.ValueForm;

/** Tables of serials and of what happened to tokens; a part of {@link Tables}. */
final class SerialTables {
    static final Index<LotByLength, LotKey, Lot> LOTS_BY_LENGTH = Index.inGroups(
            21,
            "lot-by-length",
            SerialKeys.LOT_BY_LENGTH,
            LotByLength::lot,
            lot -> lot.isRetired() ? List.of() : List.of(LotByLength.of(lot)),
            LotByLength::position);

    static final Table<LotKey, Lot> LOTS =
            new Table<>(20, "lot", SerialKeys.LOT, new LotForm(), Lot::key, List.of(LOTS_BY_LENGTH));

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
