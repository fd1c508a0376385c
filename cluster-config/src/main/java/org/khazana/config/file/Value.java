package org.khazana.config.file;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What JSON and TOML have in common: the few kinds of values that a configuration may hold. */
sealed interface Value {
    record Text(String text) implements Value {}

    record Whole(long number) implements Value {}

    record Truth(boolean holds) implements Value {}

    record Items(List<Value> values) implements Value {
        public Items {
            values = List.copyOf(values);
        }
    }

    record Table(Map<String, Value> entries) implements Value {
        public Table {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }
    }

    /** Anything that no key takes: a fraction, a date, null. */
    record Unusable(String description) implements Value {}

    /** For an operator: what stands there. */
    default String describe() {
        return switch (this) {
            case Text text -> "is '" + Excerpt.of(text.text()) + "'";
            case Whole whole -> "is the number " + whole.number();
            case Truth truth -> "is the value " + truth.holds();
            case Items items -> "is a list of " + items.values().size();
            case Table table -> "is a table";
            case Unusable unusable -> "is " + unusable.description();
        };
    }
}
