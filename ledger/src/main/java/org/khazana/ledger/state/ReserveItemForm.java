package org.khazana.ledger.state;

import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.table.FieldReader;
import org.khazana.ledger.table.FieldWriter;
import org.khazana.ledger.table.ValueForm;

final class ReserveItemForm implements ValueForm<ReserveItemKey, ReserveItem> {
    @Override
    public void write(ReserveItem item, FieldWriter fields) {
        fields.text(item.site())
                .text(item.grade())
                .number(item.quantity())
                .text(item.unit())
                .fixed(item.documentHash().toBytes())
                .constant(item.state());
    }

    @Override
    public ReserveItem read(ReserveItemKey key, FieldReader fields) {
        return new ReserveItem(
                key.asset(),
                key.receiptCommitment(),
                fields.text(),
                fields.text(),
                fields.number(),
                fields.text(),
                Hash.of(fields.fixed(Hash.BYTES)),
                fields.constant(ReserveItem.State.class));
    }
}
