package org.khazana.ledger.form;

import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.form.Field.Occurrence;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.table.Numbered;

/** Reads off a component of a record what field it is. */
final class FieldReading {
    private FieldReading() {}

    static Field field(RecordComponent component, int number) {
        Occurrence occurrence = occurrence(component.getType());
        Class<?> type = occurrence == Occurrence.ONCE ? component.getType() : elementOf(component);
        Optional<Count> count = Optional.ofNullable(component.getAnnotation(Count.class));
        if (count.isPresent() != (occurrence == Occurrence.REPEATED)) {
            throw open(component, "a list, and nothing else, says how many elements it has");
        }
        component.getAccessor().trySetAccessible();
        return new Field(
                component.getName(),
                number,
                kind(component, type),
                occurrence,
                count,
                required(component, Means.class).value(),
                component.getAccessor());
    }

    private static Occurrence occurrence(Class<?> type) {
        if (type == Optional.class) {
            return Occurrence.AT_MOST_ONCE;
        }
        return type == List.class ? Occurrence.REPEATED : Occurrence.ONCE;
    }

    private static Class<?> elementOf(RecordComponent component) {
        Type element = ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
        return (Class<?>) element;
    }

    private static Kind kind(RecordComponent component, Class<?> type) {
        if (type == AccountId.class) {
            return Kind.Plain.ACCOUNT;
        } else if (type == PartyId.class) {
            return Kind.Plain.PARTY;
        } else if (type == AssetCode.class) {
            return Kind.Plain.ASSET;
        } else if (type == Hash.class) {
            return Kind.Plain.SHA_256;
        } else if (type == PublicKey.class) {
            return Kind.Plain.PUBLIC_KEY;
        } else if (type == boolean.class) {
            return Kind.Plain.FLAG;
        } else if (type == String.class) {
            return text(component);
        } else if (type == int.class || type == Integer.class) {
            return component.isAnnotationPresent(Day.class) ? Kind.Plain.DAY : whole(component);
        } else if (type == long.class || type == Long.class) {
            return number(component);
        } else if (type.isEnum() && Numbered.class.isAssignableFrom(type)) {
            return new Kind.Choice(type.asSubclass(Numbered.class));
        } else if (type.isInterface() && Act.class.isAssignableFrom(type)) {
            return Kind.Plain.OPERATION;
        } else if (type.isRecord()) {
            return new Kind.Part(Form.of(type.asSubclass(Record.class)));
        }
        throw open(component, "there is no field of type " + type);
    }

    private static Kind text(RecordComponent component) {
        Reference reference = component.getAnnotation(Reference.class);
        return reference == null
                ? new Kind.Text(required(component, Text.class).max())
                : new Kind.Reference(reference.max());
    }

    private static Kind number(RecordComponent component) {
        if (component.isAnnotationPresent(Tokens.class)) {
            return Kind.Plain.TOKENS;
        } else if (component.isAnnotationPresent(Instant.class)) {
            return Kind.Plain.INSTANT;
        } else if (component.isAnnotationPresent(Directory.class)) {
            return Kind.Plain.DIRECTORY;
        } else if (component.isAnnotationPresent(Money.class)) {
            return new Kind.Money(component.getAnnotation(Money.class).in());
        } else if (component.isAnnotationPresent(Quantity.class)) {
            return new Kind.Quantity(component.getAnnotation(Quantity.class).of());
        }
        return whole(component);
    }

    private static Kind whole(RecordComponent component) {
        Whole whole = required(component, Whole.class);
        return new Kind.Whole(whole.min(), whole.max());
    }

    private static <A extends Annotation> A required(RecordComponent component, Class<A> type) {
        return Optional.ofNullable(component.getAnnotation(type))
                .orElseThrow(() -> open(component, "@" + type.getSimpleName() + " is missing"));
    }

    private static IllegalArgumentException open(RecordComponent component, String what) {
        return new IllegalArgumentException(
                component.getDeclaringRecord().getSimpleName() + "." + component.getName() + ": " + what);
    }
}
