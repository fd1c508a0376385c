package org.khazana.ledger.wire;

import static org.khazana.ledger.refusal.RefusalCode.MALFORMED;
import static org.khazana.ledger.refusal.RefusalCode.OPERATION_UNKNOWN;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import java.util.List;
import org.khazana.ledger.form.Form;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.operation.Operation;
import org.khazana.ledger.operation.OperationForms;
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
        Operation operation = body.operation();
        ByteString written = FormCodec.write(OperationForms.of(operation), (Record) operation);
        return message.addField(OperationForms.numberOf(operation), bytes(written))
                .build()
                .toByteString();
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
        return new TransactionBody(chain, request, sender, notBeforeMillis, notAfterMillis, operation(fields));
    }

    private static Operation operation(WireFields fields) throws MalformedTransaction {
        List<Integer> numbers = fields.numbers().stream()
                .filter(number -> number > NOT_AFTER_MILLIS)
                .toList();
        if (numbers.size() > 1) {
            throw new MalformedTransaction(MALFORMED, "the body has more than one operation, or what is not known");
        }
        Form<?> form = numbers.stream()
                .findFirst()
                .flatMap(OperationForms::numbered)
                .orElseThrow(() ->
                        new MalformedTransaction(OPERATION_UNKNOWN, "the body has no operation that is known here"));
        ByteString bytes = fields.bytes(numbers.get(0), form.name());
        fields.end();
        return (Operation) FormCodec.read(form, bytes);
    }
}
