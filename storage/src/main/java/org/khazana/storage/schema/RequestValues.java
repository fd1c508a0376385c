package org.khazana.storage.schema;

import com.google.protobuf.ByteString;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.state.RequestRecord;
import org.khazana.ledger.transaction.TransactionId;
import org.khazana.storage.schema.v1.RequestValue;

/** Decided requests as bytes, the same in both columns that hold them. */
final class RequestValues {
    private RequestValues() {}

    static byte[] bytes(RequestRecord request) {
        return RequestValue.newBuilder()
                .setTransactionId(
                        ByteString.copyFrom(request.transactionId().hash().toBytes()))
                .setNotAfterMillis(request.notAfterMillis())
                .build()
                .toByteArray();
    }

    static RequestRecord read(byte[] key, byte[] bytes) {
        return read(Keys.readRequest(key, 0), bytes);
    }

    static RequestRecord readByExpiry(byte[] key, byte[] bytes) {
        return read(Keys.readRequest(key, Long.BYTES), bytes);
    }

    private static RequestRecord read(Columns.RequestKey key, byte[] bytes) {
        RequestValue value = Damaged.parse(bytes, RequestValue::parseFrom);
        return new RequestRecord(
                key.sender(),
                key.requestId(),
                new TransactionId(Hash.of(value.getTransactionId().toByteArray())),
                value.getNotAfterMillis());
    }
}
