package org.khazana.ledger.state;

import java.util.List;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.table.FieldReader;
import org.khazana.ledger.table.FieldWriter;
import org.khazana.ledger.table.Index;
import org.khazana.ledger.table.KeyForm;
import org.khazana.ledger.table.KeyWriter;
import org.khazana.ledger.table.Table;
import org.khazana.ledger.table.ValueForm;
import org.khazana.ledger.time.DueKind;

/** The tables about work that is done in steps; part of {@link Tables#all}. */
public final class WorkTables {
    private static final ValueForm<AssetCode, AssetRecount> RECOUNT =
            ValueForm.of(WorkTables::write, WorkTables::recount);

    /** Those that go on. Every transaction that moves units looks here, so it holds nothing else. */
    public static final Table<AssetCode, AssetRecount> RECOUNTS_OPEN =
            new Table<>(76, "recount-open", StateKeys.ASSET, RECOUNT, AssetRecount::asset, List.of());

    /** The last one of each asset that is over. */
    public static final Table<AssetCode, AssetRecount> RECOUNTS =
            new Table<>(77, "recount", StateKeys.ASSET, RECOUNT, AssetRecount::asset, List.of());

    /** The assets that are money. */
    static final Index<AssetCode, AssetCode, Asset> CURRENCIES = Index.of(
            78, "currency", StateKeys.ASSET, code -> code, asset -> asset.isCash() ? List.of(asset.code()) : List.of());

    /** By kind; none of which nothing was done. */
    public static final Table<DueKind, WorkDone> WORK_DONE = new Table<>(
            79,
            "work-done",
            new KeyForm<>(kind -> new KeyWriter().constant(kind).done(), fields -> fields.constant(DueKind.class)),
            ValueForm.of(
                    (done, fields) -> fields.number(done.records()),
                    (kind, fields) -> new WorkDone(kind, fields.number())),
            WorkDone::kind,
            List.of());

    private WorkTables() {}

    private static void write(AssetRecount recount, FieldWriter fields) {
        fields.number(recount.beganHeight())
                .number(recount.height())
                .number(recount.counted())
                .constant(recount.part())
                .number(recount.next())
                .text(recount.through())
                .number(recount.units())
                .constant(recount.status());
    }

    private static AssetRecount recount(AssetCode asset, FieldReader fields) {
        return new AssetRecount(
                asset,
                fields.number(),
                fields.number(),
                fields.number(),
                fields.constant(AssetRecount.Part.class),
                fields.number(),
                fields.text(),
                fields.number(),
                fields.constant(AssetRecount.Status.class));
    }

    /** In order of number. */
    static List<Table<?, ?>> all() {
        return List.of(
                RECOUNTS_OPEN,
                RECOUNTS,
                CURRENCIES.table(),
                WORK_DONE,
                ClaimTables.ENCUMBRANCES_EXPIRING.table(),
                GovernanceTables.MOTIONS_LAPSING.table());
    }
}
