package org.khazana.ledger.rules;

import static java.util.Objects.requireNonNull;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.khazana.ledger.operation.Operation;

/** Operations that are like others but for one or two fields, which have what some other operation has there, or an odd number. */
final class OperationMutation {
    private static final List<Long> ODD_NUMBERS =
            List.of(0L, -1L, 1L, 2L, 9L, 1_000_000L, Long.MAX_VALUE / 2, Long.MAX_VALUE, Long.MIN_VALUE);

    private final Map<String, List<Object>> known = new TreeMap<>();

    /** @param examples whose fields are mixed */
    OperationMutation(List<Operation> examples) {
        examples.forEach(this::learn);
        ODD_NUMBERS.forEach(number -> learn("long", number));
    }

    private void learn(Operation example) {
        for (RecordComponent component : example.getClass().getRecordComponents()) {
            learn(component.getGenericType().getTypeName(), value(component, example));
        }
    }

    private void learn(String type, Object value) {
        known.computeIfAbsent(type, any -> new ArrayList<>()).add(value);
    }

    private static Object value(RecordComponent component, Operation operation) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(operation);
        } catch (ReflectiveOperationException failure) {
            throw new LinkageError("a record that cannot be read or made", failure);
        }
    }

    /** The same operation with other fields; as it was if these do not fit each other. */
    Operation of(Operation operation, SplittableRandom random) {
        RecordComponent[] components = operation.getClass().getRecordComponents();
        Object[] values = Stream.of(components)
                .map(component -> value(component, operation))
                .toArray();
        for (int change = random.nextInt(3); change > 0 && components.length > 0; change--) {
            int at = random.nextInt(components.length);
            List<Object> others =
                    requireNonNull(known.get(components[at].getGenericType().getTypeName()));
            values[at] = others.get(random.nextInt(others.size()));
        }
        return made(operation, components, values).orElse(operation);
    }

    private static Optional<Operation> made(Operation like, RecordComponent[] components, Object... values) {
        Class<?>[] types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            var constructor = like.getClass().getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return Optional.of((Operation) constructor.newInstance(values));
        } catch (InvocationTargetException unfit) {
            return Optional.empty();
        } catch (ReflectiveOperationException failure) {
            throw new LinkageError("a record that cannot be read or made", failure);
        }
    }
}
