package org.khazana.ledger.state;

import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.table.KeyForm;
import org.khazana.ledger.table.KeyReader;
import org.khazana.ledger.table.KeyWriter;

/** The bytes of the keys of lots, tranches and passages. */
final class SerialKeys {
    static final KeyForm<LotKey> LOT = new KeyForm<>(
            key -> new KeyWriter()
                    .padded(key.asset().text(), AssetCode.LENGTH_MAX)
                    .number(key.first())
                    .done(),
            fields -> new LotKey(asset(fields), fields.number()));
    static final KeyForm<LotEnd> LOT_END = new KeyForm<>(
            entry -> new KeyWriter()
                    .padded(entry.asset().text(), AssetCode.LENGTH_MAX)
                    .number(entry.end())
                    .done(),
            fields -> new LotEnd(asset(fields), fields.number()));
    static final KeyForm<LotByLength> LOT_BY_LENGTH = new KeyForm<>(
            entry -> new KeyWriter()
                    .number(entry.account().number())
                    .padded(entry.asset().text(), AssetCode.LENGTH_MAX)
                    .number(entry.length())
                    .number(entry.first())
                    .number(entry.earliestTransferDay())
                    .done(),
            fields -> new LotByLength(
                    new AccountId(fields.number()),
                    asset(fields),
                    fields.number(),
                    fields.number(),
                    Math.toIntExact(fields.number())));
    static final KeyForm<PassageId> PASSAGE = new KeyForm<>(
            id -> new KeyWriter().number(id.height()).number(id.place()).done(),
            fields -> PassageId.of(fields.number(), fields.number()));

    private SerialKeys() {}

    private static AssetCode asset(KeyReader fields) {
        return new AssetCode(fields.padded(AssetCode.LENGTH_MAX));
    }
}
