package org.khazana.config.file;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One table of a file, asked key by key. A mistake is reported and a harmless stand-in given back, so that reading goes
 * on to the next mistake; nobody uses what was read once something was reported.
 */
final class Section {
    private final Findings findings;
    private final String path;
    private final Map<String, Value> entries;
    private final Set<String> asked = new LinkedHashSet<>();

    Section(Findings findings, String path, Value.Table table) {
        this.findings = findings;
        this.path = path;
        this.entries = table.entries();
    }

    boolean has(String key) {
        asked.add(key);
        return entries.containsKey(key);
    }

    String text(String key, Form form) {
        return asText(pathOf(key), find(key, "a text: " + form.allowed()), form);
    }

    /** A path, made absolute from a folder. */
    Path path(String key, Path from) {
        String text = text(key, Form.PATH);
        try {
            return from.resolve(text).toAbsolutePath().normalize();
        } catch (InvalidPathException unusable) {
            findings.addUnreadable(
                    pathOf(key), "'" + Excerpt.of(text) + "' cannot be a path here", Form.PATH.allowed());
            return from;
        }
    }

    boolean bool(String key) {
        String allowed = "true or false";
        Value value = find(key, allowed);
        if (value instanceof Value.Truth truth) {
            return truth.holds();
        }
        reportWrong(pathOf(key), value, allowed);
        return false;
    }

    /** One of some names. */
    String oneOf(String key, List<String> names) {
        String allowed = "one of " + String.join(", ", names);
        Value value = find(key, allowed);
        if (value instanceof Value.Text text && names.contains(text.text())) {
            return text.text();
        }
        reportWrong(pathOf(key), value, allowed);
        return names.get(0);
    }

    <E extends Enum<E>> E oneOf(String key, Class<E> type) {
        return Enum.valueOf(
                type,
                oneOf(
                        key,
                        Arrays.stream(type.getEnumConstants()).map(Enum::name).toList()));
    }

    long number(String key, long min, long max) {
        String allowed = min == max ? String.valueOf(min) : "a whole number from " + min + " to " + max;
        Value value = find(key, allowed);
        if (value instanceof Value.Whole whole && whole.number() >= min && whole.number() <= max) {
            return whole.number();
        }
        reportWrong(pathOf(key), value, allowed);
        return min;
    }

    int smallNumber(String key, int min, int max) {
        return Math.toIntExact(number(key, min, max));
    }

    List<String> texts(String key, int countMax, Form form) {
        List<String> texts = new ArrayList<>();
        List<Value> values = items(key, 0, countMax, "texts");
        for (int i = 0; i < values.size(); i++) {
            texts.add(asText(KeyPath.below(pathOf(key), i), values.get(i), form));
        }
        return texts;
    }

    /** At least one of some names, none twice. */
    List<String> namesOf(String key, List<String> names) {
        String allowed = "one of " + String.join(", ", names);
        List<String> found = new ArrayList<>();
        List<Value> values = items(key, 1, names.size(), "names");
        for (int i = 0; i < values.size(); i++) {
            String place = KeyPath.below(pathOf(key), i);
            if (!(values.get(i) instanceof Value.Text text) || !names.contains(text.text())) {
                reportWrong(place, values.get(i), allowed);
            } else if (found.contains(text.text())) {
                findings.add(place, "'" + text.text() + "' is written twice", "each name once");
            } else {
                found.add(text.text());
            }
        }
        return found;
    }

    Section section(String key) {
        Value value = find(key, "a table");
        if (value instanceof Value.Table table) {
            return new Section(findings, pathOf(key), table);
        }
        reportWrong(pathOf(key), value, "a table");
        return new Section(findings, pathOf(key), new Value.Table(Map.of()));
    }

    List<Section> sections(String key, int countMin, int countMax) {
        List<Section> sections = new ArrayList<>();
        List<Value> values = items(key, countMin, countMax, "tables");
        for (int i = 0; i < values.size(); i++) {
            String place = KeyPath.below(pathOf(key), i);
            if (!(values.get(i) instanceof Value.Table)) {
                reportWrong(place, values.get(i), "a table");
            }
            Value.Table table = values.get(i) instanceof Value.Table found ? found : new Value.Table(Map.of());
            sections.add(new Section(findings, place, table));
        }
        return sections;
    }

    /** Reports every key that was not asked for. Call it last. */
    void refuseOtherKeys() {
        for (String key : entries.keySet()) {
            if (!asked.contains(key)) {
                findings.add(pathOf(key), "is not a known key", "one of " + String.join(", ", asked));
            }
        }
    }

    private List<Value> items(String key, int countMin, int countMax, String kind) {
        String allowed = "a list of " + countMin + " to " + countMax + " " + kind;
        Value value = find(key, allowed);
        if (!(value instanceof Value.Items items)) {
            reportWrong(pathOf(key), value, allowed);
            return List.of();
        }
        int count = items.values().size();
        if (count < countMin || count > countMax) {
            findings.add(pathOf(key), "has " + count + " " + kind, allowed);
        }
        return items.values().subList(0, Math.min(count, countMax));
    }

    private String asText(String place, @Nullable Value value, Form form) {
        if (value instanceof Value.Text text && form.fits(text.text())) {
            return text.text();
        }
        reportWrong(place, value, form.allowed());
        return "";
    }

    private @Nullable Value find(String key, String allowed) {
        asked.add(key);
        Value value = entries.get(key);
        if (value == null) {
            findings.addUnreadable(pathOf(key), "is missing", allowed);
        }
        return value;
    }

    /** A missing value was reported when it was looked for. */
    private void reportWrong(String place, @Nullable Value value, String allowed) {
        Optional.ofNullable(value).ifPresent(found -> findings.addUnreadable(place, found.describe(), allowed));
    }

    private String pathOf(String key) {
        return KeyPath.below(path, key);
    }
}
