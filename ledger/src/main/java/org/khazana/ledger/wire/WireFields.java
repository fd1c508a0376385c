package org.khazana.ledger.wire;

import static com.google.protobuf.WireFormat.WIRETYPE_LENGTH_DELIMITED;
import static com.google.protobuf.WireFormat.WIRETYPE_VARINT;
import static org.khazana.ledger.refusal.RefusalCode.MALFORMED;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import com.google.protobuf.WireFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one protobuf message, read strictly: nobody should sign, and no validator should keep, what has two meanings or
 * one that this release does not understand. So no field comes twice where it may come once, and none is left over.
 *
 * <p>Each field is looked for among all: messages have few, and for some thousands of copies of one that is still quick.
 */
final class WireFields {
    private final String message;
    private final List<Value> values;

    private WireFields(String message, List<Value> values) {
        this.message = message;
        this.values = values;
    }

    /**
     * What stands under a number once.
     *
     * @param type of {@link WireFormat}
     * @param varint only of that type
     * @param bytes only of what is length-delimited; of the message's own bytes, not a copy
     */
    private record Value(int number, int type, long varint, ByteString bytes) {}

    static WireFields of(String message, ByteString bytes) throws MalformedTransaction {
        CodedInputStream input = bytes.newCodedInput();
        input.enableAliasing(true);
        try {
            return new WireFields(message, readAll(input));
        } catch (InvalidProtocolBufferException wrong) {
            throw new MalformedTransaction(MALFORMED, "these bytes are not a protobuf " + message);
        } catch (RuntimeException bug) {
            throw bug;
        } catch (Exception impossible) {
            throw new IllegalStateException("bytes in memory can be read", impossible);
        }
    }

    private static List<Value> readAll(CodedInputStream input) throws Exception {
        List<Value> values = new ArrayList<>();
        for (int tag = input.readTag(); tag != 0; tag = input.readTag()) {
            values.add(read(tag, input));
        }
        return values;
    }

    private static Value read(int tag, CodedInputStream input) throws Exception {
        int number = WireFormat.getTagFieldNumber(tag);
        int type = WireFormat.getTagWireType(tag);
        return switch (type) {
            case WIRETYPE_VARINT -> new Value(number, type, input.readInt64(), ByteString.EMPTY);
            case WIRETYPE_LENGTH_DELIMITED -> new Value(number, type, 0, input.readBytes());
            default -> {
                passOver(tag, input);
                yield new Value(number, type, 0, ByteString.EMPTY);
            }
        };
    }

    /** No message here has such a field; whether one is well-formed is protobuf's to say. */
    private static void passOver(int tag, CodedInputStream input) throws Exception {
        if (!UnknownFieldSet.newBuilder().mergeFieldFrom(tag, input)) {
            input.checkLastTagWas(0); // the end of a group that has not begun, should protobuf not have refused it yet
        }
    }

    /**
     * The number of the only field beyond those up to {@code number}; empty if there is none.
     *
     * @throws MalformedTransaction if there are several, saying that {@code what} has them
     */
    OptionalInt onlyOneAfter(int number, String what) throws MalformedTransaction {
        int only = 0;
        for (Value value : values) {
            if (value.number() > number && value.number() != only) {
                if (only != 0) {
                    throw new MalformedTransaction(
                            MALFORMED, what + " has more than one operation, or what is not known");
                }
                only = value.number();
            }
        }
        return only == 0 ? OptionalInt.empty() : OptionalInt.of(only);
    }

    /** Whether it has a field with such a number. */
    boolean hasAny(IntPredicate number) {
        for (Value value : values) {
            if (number.test(value.number())) {
                return true;
            }
        }
        return false;
    }

    /** A varint; 0 when it is left out, as protobuf has it. */
    long number(int number, String name) throws MalformedTransaction {
        Value value = once(number, WIRETYPE_VARINT, name);
        return value == null ? 0 : value.varint();
    }

    Optional<Long> optionalNumber(int number, String name) throws MalformedTransaction {
        return Optional.ofNullable(once(number, WIRETYPE_VARINT, name)).map(Value::varint);
    }

    /** Length-delimited; empty when it is left out. */
    ByteString bytes(int number, String name) throws MalformedTransaction {
        Value value = once(number, WIRETYPE_LENGTH_DELIMITED, name);
        return value == null ? ByteString.EMPTY : value.bytes();
    }

    Optional<ByteString> optionalBytes(int number, String name) throws MalformedTransaction {
        return Optional.ofNullable(once(number, WIRETYPE_LENGTH_DELIMITED, name))
                .map(Value::bytes);
    }

    List<ByteString> repeatedBytes(int number, String name) throws MalformedTransaction {
        List<ByteString> found = new ArrayList<>();
        for (Value value : values) {
            if (value.number() == number) {
                requireType(value, WIRETYPE_LENGTH_DELIMITED, name);
                found.add(value.bytes());
            }
        }
        return found;
    }

    private @Nullable Value once(int number, int type, String name) throws MalformedTransaction {
        Value found = null;
        boolean again = false;
        for (Value value : values) {
            if (value.number() == number) {
                requireType(value, type, name);
                again = found != null;
                found = value;
            }
        }
        if (again) {
            throw new MalformedTransaction(MALFORMED, message + " has its field " + name + " twice");
        }
        return found;
    }

    private void requireType(Value value, int type, String name) throws MalformedTransaction {
        if (value.type() != type) {
            throw new MalformedTransaction(MALFORMED, message + " has another type of field for its " + name);
        }
    }

    /** Refuses fields with numbers beyond the last that is known. */
    void noneAfter(int last) throws MalformedTransaction {
        if (hasAny(number -> number > last)) {
            throw new MalformedTransaction(MALFORMED, message + " has a field that is not known");
        }
    }
}
