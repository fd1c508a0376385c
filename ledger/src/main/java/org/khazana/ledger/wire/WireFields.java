package org.khazana.ledger.wire;

import static org.khazana.ledger.refusal.RefusalCode.MALFORMED;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The fields of one protobuf message, read strictly: nobody should sign, and no validator should keep, what has two meanings or
 * one that this release does not understand. So no field comes twice where it may come once, and none is left over.
 */
final class WireFields {
    private final String message;
    private final UnknownFieldSet fields;
    private final Set<Integer> asked = new TreeSet<>();

    private WireFields(String message, UnknownFieldSet fields) {
        this.message = message;
        this.fields = fields;
    }

    static WireFields of(String message, ByteString bytes) throws MalformedTransaction {
        try {
            return new WireFields(message, UnknownFieldSet.parseFrom(bytes));
        } catch (InvalidProtocolBufferException wrong) {
            throw new MalformedTransaction(MALFORMED, "these bytes are not a protobuf " + message);
        }
    }

    /** The numbers of the fields that are there, in ascending order. */
    Set<Integer> numbers() {
        return new TreeSet<>(fields.asMap().keySet());
    }

    /** A varint; 0 when it is left out, as protobuf has it. */
    long number(int number, String name) throws MalformedTransaction {
        return optionalNumber(number, name).orElse(0L);
    }

    Optional<Long> optionalNumber(int number, String name) throws MalformedTransaction {
        UnknownFieldSet.Field field = field(number);
        return once(field.getVarintList(), field, name);
    }

    /** Length-delimited; empty when it is left out. */
    ByteString bytes(int number, String name) throws MalformedTransaction {
        return optionalBytes(number, name).orElse(ByteString.EMPTY);
    }

    Optional<ByteString> optionalBytes(int number, String name) throws MalformedTransaction {
        UnknownFieldSet.Field field = field(number);
        return once(field.getLengthDelimitedList(), field, name);
    }

    List<ByteString> repeatedBytes(int number, String name) throws MalformedTransaction {
        UnknownFieldSet.Field field = field(number);
        List<ByteString> values = field.getLengthDelimitedList();
        requireNoOther(values.size(), field, name);
        return values;
    }

    private UnknownFieldSet.Field field(int number) {
        asked.add(number);
        return fields.getField(number);
    }

    private <T> Optional<T> once(List<T> values, UnknownFieldSet.Field field, String name) throws MalformedTransaction {
        requireNoOther(values.size(), field, name);
        if (values.size() > 1) {
            throw new MalformedTransaction(MALFORMED, message + " has its field " + name + " twice");
        }
        return values.stream().findFirst();
    }

    private void requireNoOther(int fitting, UnknownFieldSet.Field field, String name) throws MalformedTransaction {
        int all = field.getVarintList().size()
                + field.getFixed32List().size()
                + field.getFixed64List().size()
                + field.getLengthDelimitedList().size()
                + field.getGroupList().size();
        if (all > fitting) {
            throw new MalformedTransaction(MALFORMED, message + " has another type of field for its " + name);
        }
    }

    /** Refuses what nobody asked for. */
    void end() throws MalformedTransaction {
        if (!asked.containsAll(fields.asMap().keySet())) {
            throw new MalformedTransaction(MALFORMED, message + " has a field that is not known");
        }
    }
}
