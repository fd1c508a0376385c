package org.khazana.ledger.form;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What an operation, or a part of one, consists of. Told by a record: its components in their order, with their types and
 * annotations.
 */
public final class Form<R extends Record> {
    private final Class<R> type;
    private final String title;
    private final String name;
    private final List<Field> fields;
    private final Constructor<R> constructor;

    private Form(Class<R> type, List<Field> fields, Constructor<R> constructor) {
        this.type = type;
        this.title = type.getSimpleName();
        this.name = title.substring(0, 1).toLowerCase(Locale.ROOT) + title.substring(1);
        this.fields = List.copyOf(fields);
        this.constructor = constructor;
    }

    /**
     * Reads the form off a record.
     *
     * @throws IllegalArgumentException if the record leaves something open
     */
    public static <R extends Record> Form<R> of(Class<R> type) {
        List<Field> fields = new ArrayList<>();
        List<Class<?>> parameters = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            parameters.add(component.getType());
            fields.add(FieldReading.field(component, fields.size() + 1));
        }
        try {
            return new Form<>(type, fields, type.getDeclaredConstructor(parameters.toArray(Class<?>[]::new)));
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException("every record has this constructor", impossible);
        }
    }

    public Class<R> type() {
        return type;
    }

    /** As in protobuf and in schemas, such as {@code TransferTokens}. */
    public String title() {
        return title;
    }

    /** As in JSON, such as {@code transferTokens}. */
    public String name() {
        return name;
    }

    /** Empty for parts that need no words. */
    public Optional<String> meaning() {
        return Optional.ofNullable(type.getAnnotation(Means.class)).map(Means::value);
    }

    /** What {@link Says} says. */
    public List<String> sentences() {
        Says says = type.getAnnotation(Says.class);
        return says == null ? List.of() : List.of(says.value());
    }

    /** In order of their numbers, which is that of the components. */
    public List<Field> fields() {
        return fields;
    }

    public Optional<Field> field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    /**
     * Makes a record.
     *
     * @param values of all fields, in their order
     */
    public R make(List<Object> values) {
        try {
            return constructor.newInstance(values.toArray());
        } catch (InvocationTargetException refused) {
            throw refused.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(refused.getCause());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("a " + title() + " cannot be made", impossible);
        }
    }
}
