package org.khazana.ledger.wire;

import static org.khazana.ledger.refusal.RefusalCode.MALFORMED;
import static org.khazana.ledger.refusal.RefusalCode.OPERATION_UNKNOWN;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import java.util.Optional;
import java.util.OptionalInt;
import org.khazana.ledger.form.Form;
import org.khazana.ledger.operation.MotionOperation;
import org.khazana.ledger.operation.Operation;
import org.khazana.ledger.operation.OperationForms;

/** Operations as the one field of a message that says by its number which operation it holds. */
public final class OperationCodec {
    private OperationCodec() {}

    /** A message {@code Action}, with nothing in it but the operation. */
    public static byte[] bytesOf(Operation operation) {
        return write(operation).toByteArray();
    }

    /**
     * What {@link #bytesOf} was given.
     *
     * @throws IllegalStateException if the bytes are of no operation
     */
    public static Operation of(byte[] bytes) {
        try {
            return readMovable(ByteString.copyFrom(bytes));
        } catch (MalformedTransaction wrong) {
            throw new IllegalStateException("bytes that were an operation are none any more", wrong);
        }
    }

    static ByteString write(Operation operation) {
        UnknownFieldSet.Builder message = UnknownFieldSet.newBuilder();
        add(operation, message);
        return message.build().toByteString();
    }

    static void add(Operation operation, UnknownFieldSet.Builder message) {
        ByteString written = FormCodec.write(OperationForms.of(operation), (Record) operation);
        message.addField(
                OperationForms.numberOf(operation),
                UnknownFieldSet.Field.newBuilder().addLengthDelimited(written).build());
    }

    /** An operation that can be the subject of a motion. */
    static Operation readMovable(ByteString bytes) throws MalformedTransaction {
        WireFields fields = WireFields.of("Action", bytes);
        if (fields.hasAny(OperationCodec::isOfMotion)) {
            throw new MalformedTransaction(MALFORMED, "a motion cannot be about a motion");
        }
        return read(fields, 0, "the motion");
    }

    private static boolean isOfMotion(int number) {
        return OperationForms.numbered(number)
                .filter(form -> MotionOperation.class.isAssignableFrom(form.type()))
                .isPresent();
    }

    /**
     * The operation of a message that has nothing more.
     *
     * @param after greatest number of the message's other fields, all of which were looked at
     */
    static Operation read(WireFields fields, int after, String what) throws MalformedTransaction {
        OptionalInt number = fields.onlyOneAfter(after, what);
        Optional<Form<?>> form = number.isEmpty() ? Optional.empty() : OperationForms.numbered(number.getAsInt());
        if (form.isEmpty()) {
            throw new MalformedTransaction(OPERATION_UNKNOWN, what + " has no operation that is known here");
        }
        return (Operation) FormCodec.read(
                form.get(), fields.bytes(number.getAsInt(), form.get().name()));
    }
}
