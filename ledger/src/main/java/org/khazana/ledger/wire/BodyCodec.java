package org.khazana.ledger.wire;

import static org.khazana.ledger.refusal.RefusalCode.MALFORMED;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.operation.Operation;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.ledger.transaction.RequestId;
import org.khazana.ledger.transaction.TransactionBody;

/** Bodies in protobuf and back: five fields that all have, and one that says by its number which operation it holds. */
final class BodyCodec {
    private static final int CHAIN_ID = 1;
    private static final int REQUEST_ID = 2;
    private static final int SENDER_PARTY = 3;
    private static final int NOT_BEFORE_MILLIS = 4;
    private static final int NOT_AFTER_MILLIS = 5;

    private BodyCodec() {}

    /** In order of field numbers. */
    static ByteString write(TransactionBody body) {
        UnknownFieldSet.Builder message = UnknownFieldSet.newBuilder()
                .addField(
                        CHAIN_ID,
                        bytes(ByteString.copyFrom(body.chainId().hash().toBytes())))
                .addField(REQUEST_ID, bytes(ByteString.copyFrom(body.requestId().toBytes())))
                .addField(SENDER_PARTY, number(body.sender().number()))
                .addField(NOT_BEFORE_MILLIS, number(body.notBeforeMillis()))
                .addField(NOT_AFTER_MILLIS, number(body.notAfterMillis()));
        OperationCodec.add(body.operation(), message);
        return message.build().toByteString();
    }

    private static UnknownFieldSet.Field bytes(ByteString value) {
        return UnknownFieldSet.Field.newBuilder().addLengthDelimited(value).build();
    }

    private static UnknownFieldSet.Field number(long value) {
        UnknownFieldSet.Field.Builder field = UnknownFieldSet.Field.newBuilder();
        return value == 0 ? field.build() : field.addVarint(value).build();
    }

    static TransactionBody read(ByteString bytes) throws MalformedTransaction {
        WireFields fields = WireFields.of("TransactionBody", bytes);
        ChainId chain = new ChainId(FieldCheck.hash(fields.bytes(CHAIN_ID, "chain_id"), "chain_id"));
        RequestId request =
                RequestId.of(FieldCheck.exactly(RequestId.BYTES, fields.bytes(REQUEST_ID, "request_id"), "request_id"));
        PartyId sender = new PartyId(fields.number(SENDER_PARTY, "sender_party"));
        long notBeforeMillis = fields.number(NOT_BEFORE_MILLIS, "not_before_millis");
        long notAfterMillis = fields.number(NOT_AFTER_MILLIS, "not_after_millis");
        if (notBeforeMillis < 0 || notAfterMillis < 0) {
            throw new MalformedTransaction(MALFORMED, "not_before_millis and not_after_millis must not be negative");
        }
        Operation operation = OperationCodec.read(fields, NOT_AFTER_MILLIS, "the body");
        return new TransactionBody(chain, request, sender, notBeforeMillis, notAfterMillis, operation);
    }
}
