package org.khazana.ledger.wire;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.form.Field;
import org.khazana.ledger.form.Form;
import org.khazana.ledger.form.Kind;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.operation.Operation;
import org.khazana.ledger.table.Numbered;

/**
 * Records of a {@link Form} as protobuf messages and back. Reading checks form and the bounds of texts; how large a number may
 * be, and how long a list, are questions for the rules, which have codes of their own.
 */
final class FormCodec {
    private FormCodec() {}

    // ---- writing

    /** In order of field numbers, without what is zero or empty, as protobuf has it. */
    static ByteString write(Form<?> form, Record value) {
        UnknownFieldSet.Builder message = UnknownFieldSet.newBuilder();
        for (Field field : form.fields()) {
            UnknownFieldSet.Field.Builder written = UnknownFieldSet.Field.newBuilder();
            write(field, value, written);
            message.addField(field.number(), written.build());
        }
        return message.build().toByteString();
    }

    private static void write(Field field, Record holder, UnknownFieldSet.Field.Builder written) {
        Object value = field.of(holder);
        switch (field.occurrence()) {
            case ONCE -> add(field.kind(), value, false, written);
            case AT_MOST_ONCE -> ((Optional<?>) value).ifPresent(each -> add(field.kind(), each, true, written));
            case REPEATED -> ((List<?>) value).forEach(each -> add(field.kind(), each, true, written));
        }
    }

    private static void add(Kind kind, Object value, boolean evenIfZero, UnknownFieldSet.Field.Builder written) {
        if (isNumber(kind)) {
            long number = number(kind, value);
            if (number != 0 || evenIfZero) {
                written.addVarint(number);
            }
        } else {
            ByteString bytes = bytes(kind, value);
            if (!bytes.isEmpty() || evenIfZero || kind instanceof Kind.Part) {
                written.addLengthDelimited(bytes);
            }
        }
    }

    private static boolean isNumber(Kind kind) {
        return switch (kind) {
            case Kind.Plain plain ->
                switch (plain) {
                    case ACCOUNT, PARTY, TOKENS, DAY, INSTANT, DIRECTORY, FLAG -> true;
                    case ASSET, SHA_256, PUBLIC_KEY, OPERATION -> false;
                };
            case Kind.Money money -> true;
            case Kind.Quantity quantity -> true;
            case Kind.Whole whole -> true;
            case Kind.Choice choice -> true;
            case Kind.Text text -> false;
            case Kind.Reference reference -> false;
            case Kind.Part part -> false;
        };
    }

    private static long number(Kind kind, Object value) {
        return switch (value) {
            case AccountId account -> account.number();
            case PartyId party -> party.number();
            case Boolean flag -> flag ? 1 : 0;
            case Numbered constant -> constant.number();
            case Number number -> number.longValue();
            default -> throw new IllegalStateException(value + " is no number of kind " + kind);
        };
    }

    private static ByteString bytes(Kind kind, Object value) {
        return switch (value) {
            case AssetCode asset -> ByteString.copyFromUtf8(asset.text());
            case String text -> ByteString.copyFromUtf8(text);
            case Hash hash -> ByteString.copyFrom(hash.toBytes());
            case PublicKey key -> ByteString.copyFrom(key.toBytes());
            case Operation operation when kind == Kind.Plain.OPERATION -> OperationCodec.write(operation);
            case Record record when kind instanceof Kind.Part part -> write(part.form(), record);
            default -> throw new IllegalStateException(value + " has no bytes of kind " + kind);
        };
    }

    // ---- reading

    static <R extends Record> R read(Form<R> form, ByteString bytes) throws MalformedTransaction {
        WireFields fields = WireFields.of(form.title(), bytes);
        List<Object> values = new ArrayList<>(form.fields().size());
        for (Field field : form.fields()) {
            values.add(read(field, fields));
        }
        fields.noneAfter(form.fields().size());
        return form.make(values);
    }

    private static Object read(Field field, WireFields fields) throws MalformedTransaction {
        int number = field.number();
        String name = field.name();
        if (isNumber(field.kind())) {
            return switch (field.occurrence()) {
                case ONCE -> number(field, fields.number(number, name));
                case AT_MOST_ONCE -> {
                    Optional<Long> value = fields.optionalNumber(number, name);
                    yield value.isEmpty() ? Optional.empty() : Optional.of(number(field, value.get()));
                }
                case REPEATED -> throw new IllegalStateException("a list of numbers has no form: " + name);
            };
        }
        return switch (field.occurrence()) {
            case ONCE -> value(field, fields.bytes(number, name));
            case AT_MOST_ONCE -> {
                Optional<ByteString> value = fields.optionalBytes(number, name);
                yield value.isEmpty() ? Optional.empty() : Optional.of(value(field, value.get()));
            }
            case REPEATED -> {
                List<Object> values = new ArrayList<>();
                for (ByteString each : fields.repeatedBytes(number, name)) {
                    values.add(value(field, each));
                }
                yield values;
            }
        };
    }

    private static Object number(Field field, long number) throws MalformedTransaction {
        return switch (field.kind()) {
            case Kind.Plain plain ->
                switch (plain) {
                    case ACCOUNT -> new AccountId(number);
                    case PARTY -> new PartyId(number);
                    case FLAG -> FieldCheck.flag(number, field.name());
                    case DAY -> FieldCheck.small(number, field.name());
                    default -> number;
                };
            case Kind.Choice choice -> FieldCheck.choice(choice, number, field.name());
            case Kind.Whole whole when field.isSmall() -> FieldCheck.small(number, field.name());
            default -> number;
        };
    }

    private static Object value(Field field, ByteString bytes) throws MalformedTransaction {
        String name = field.name();
        return switch (field.kind()) {
            case Kind.Plain plain ->
                switch (plain) {
                    case ASSET -> FieldCheck.assetCode(FieldCheck.utf8(bytes, name), name);
                    case SHA_256 -> FieldCheck.hash(bytes, name);
                    case PUBLIC_KEY -> PublicKey.of(FieldCheck.exactly(PublicKey.BYTES, bytes, name));
                    case OPERATION -> OperationCodec.readMovable(bytes);
                    default -> throw new IllegalStateException(plain + " is written as a number");
                };
            case Kind.Text text -> FieldCheck.text(FieldCheck.utf8(bytes, name), text.charactersMax(), name);
            case Kind.Reference reference ->
                FieldCheck.reference(FieldCheck.utf8(bytes, name), reference.charactersMax(), name);
            case Kind.Part part -> read(part.form(), bytes);
            default -> throw new IllegalStateException(name + " is written as a number");
        };
    }
}
