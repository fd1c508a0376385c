package org.khazana.config.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseOptions;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/** Reads TOML into {@link Value}s. */
final class TomlTree {
    private static final TomlParseOptions OPTIONS =
            TomlParseOptions.sourceless().withMaxNestingDepth(16);

    private final Findings findings;

    private TomlTree(Findings findings) {
        this.findings = findings;
    }

    /** The root table; empty when the text is not TOML, which is then reported with line and column. */
    static Optional<Value.Table> read(String text, Findings findings) {
        TomlParseResult result = Toml.parse(text, OPTIONS);
        for (TomlParseError error : result.errors()) {
            String place = "line " + error.position().line() + ", column "
                    + error.position().column();
            String reason = Optional.ofNullable(error.getMessage()).orElse("not understood");
            findings.add(place, "is not TOML: " + Excerpt.of(reason), "TOML, such as key = \"text\"");
        }
        return result.hasErrors() ? Optional.empty() : Optional.of(new TomlTree(findings).table("", result));
    }

    private Value value(String path, @Nullable Object found) {
        return switch (found) {
            case String text -> new Value.Text(text);
            case Long number -> new Value.Whole(number);
            case Boolean truth -> new Value.Truth(truth);
            case TomlTable table -> table(path, table);
            case TomlArray array -> items(path, array);
            case null -> new Value.Unusable("nothing");
            default -> new Value.Unusable("the value " + Excerpt.of(found.toString()));
        };
    }

    private Value.Table table(String path, TomlTable table) {
        Map<String, Value> entries = new LinkedHashMap<>();
        for (String key : table.keySet()) {
            List<String> only = List.of(key);
            String place = KeyPath.below(path, key);
            locate(place, table.inputPositionOf(only));
            entries.put(key, value(place, table.get(only)));
        }
        return new Value.Table(entries);
    }

    private Value items(String path, TomlArray array) {
        List<Value> values = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            String place = KeyPath.below(path, i);
            locate(place, array.inputPositionOf(i));
            values.add(value(place, array.get(i)));
        }
        return new Value.Items(values);
    }

    private void locate(String place, @Nullable TomlPosition position) {
        if (position != null) {
            findings.locate(place, position.line());
        }
    }
}
