package org.khazana.ledger.state;

import org.khazana.ledger.claim.EncumbranceId;
import org.khazana.ledger.claim.EncumbranceKind;
import org.khazana.ledger.claim.OrderKind;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.table.FieldReader;
import org.khazana.ledger.table.FieldWriter;
import org.khazana.ledger.table.ValueForm;

final class OrderForm implements ValueForm<Long, Order> {
    @Override
    public void write(Order order, FieldWriter fields) {
        fields.constant(order.kind())
                .number(order.restriction())
                .number(order.authority().number())
                .number(order.from().number())
                .number(order.to().number())
                .text(order.asset().text())
                .number(order.quantityMax())
                .number(order.quantityUsed())
                .list(order.overrides(), OrderForm::writeId)
                .text(order.caseReference())
                .fixed(order.documentHash().toBytes())
                .number(order.untilMillis());
    }

    @Override
    public Order read(Long number, FieldReader fields) {
        return new Order(
                number,
                fields.constant(OrderKind.class),
                fields.number(),
                new PartyId(fields.number()),
                new AccountId(fields.number()),
                new AccountId(fields.number()),
                new AssetCode(fields.text()),
                fields.number(),
                fields.number(),
                fields.list(OrderForm::readId),
                fields.text(),
                Hash.of(fields.fixed(Hash.BYTES)),
                fields.number());
    }

    private static void writeId(EncumbranceId id, FieldWriter fields) {
        fields.constant(id.kind()).number(id.number()).small(id.part());
    }

    private static EncumbranceId readId(FieldReader fields) {
        return new EncumbranceId(fields.constant(EncumbranceKind.class), fields.number(), fields.small());
    }
}
