package org.khazana.ledger.state;

import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.table.FieldReader;
import org.khazana.ledger.table.FieldWriter;
import org.khazana.ledger.table.ValueForm;
import org.khazana.ledger.transaction.TransactionId;

final class RequestForm implements ValueForm<RequestKey, RequestRecord> {
    @Override
    public void write(RequestRecord request, FieldWriter fields) {
        fields.fixed(request.transactionId().hash().toBytes()).number(request.notAfterMillis());
    }

    @Override
    public RequestRecord read(RequestKey key, FieldReader fields) {
        return new RequestRecord(
                key.sender(), key.requestId(), new TransactionId(Hash.of(fields.fixed(Hash.BYTES))), fields.number());
    }
}
