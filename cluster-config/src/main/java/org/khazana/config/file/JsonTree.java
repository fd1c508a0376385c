package org.khazana.config.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads JSON into {@link Value}s, strictly: no comments, no key twice, nothing after the end. */
final class JsonTree {
    private static final int DEPTH_MAX = 16;
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEPTH_MAX).build())
            .build();

    private final Findings findings;
    private final JsonParser parser;

    private JsonTree(Findings findings, JsonParser parser) {
        this.findings = findings;
        this.parser = parser;
    }

    /** The root table; empty when the text is not JSON, which is then reported with line and column. */
    static Optional<Value.Table> read(String text, Findings findings) {
        try (JsonParser parser = JSON.createParser(text)) {
            return new JsonTree(findings, parser).root();
        } catch (JsonProcessingException malformed) {
            JsonLocation place = malformed.getLocation();
            String key = place == null ? "" : "line " + place.getLineNr() + ", column " + place.getColumnNr();
            String wrong = "is not JSON: " + Excerpt.of(malformed.getOriginalMessage());
            findings.addUnreadable(key, wrong, "a JSON object, no deeper than " + DEPTH_MAX);
            return Optional.empty();
        } catch (IOException impossible) {
            throw new UncheckedIOException("reading from memory failed", impossible);
        }
    }

    private Optional<Value.Table> root() throws IOException {
        JsonToken first = parser.nextToken();
        if (first != JsonToken.START_OBJECT) {
            findings.addUnreadable("line 1, column 1", "is not a JSON object", "a JSON object: { ... }");
            return Optional.empty();
        }
        Value.Table table = table("");
        if (parser.nextToken() != null) {
            int line = parser.currentTokenLocation().getLineNr();
            findings.addUnreadable("line " + line, "has more text after the end of the object", "nothing");
        }
        return Optional.of(table);
    }

    private Value value(String path) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> table(path);
            case START_ARRAY -> items(path);
            case VALUE_STRING -> new Value.Text(parser.getText());
            case VALUE_NUMBER_INT -> number();
            case VALUE_NUMBER_FLOAT -> new Value.Unusable("the fraction " + Excerpt.of(parser.getText()));
            case VALUE_TRUE, VALUE_FALSE -> new Value.Unusable("the truth value " + parser.getText());
            default -> new Value.Unusable("null");
        };
    }

    private Value.Table table(String path) throws IOException {
        Map<String, Value> entries = new LinkedHashMap<>();
        for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
            String place = KeyPath.below(path, key);
            findings.locate(place, parser.currentTokenLocation().getLineNr());
            parser.nextToken();
            if (entries.putIfAbsent(key, value(place)) != null) {
                findings.add(place, "is written twice", "each key once");
            }
        }
        return new Value.Table(entries);
    }

    private Value items(String path) throws IOException {
        List<Value> values = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            String place = KeyPath.below(path, values.size());
            findings.locate(place, parser.currentTokenLocation().getLineNr());
            values.add(value(place));
        }
        return new Value.Items(values);
    }

    private Value number() throws IOException {
        try {
            return new Value.Whole(parser.getLongValue());
        } catch (InputCoercionException tooLarge) {
            return new Value.Unusable("the number " + Excerpt.of(parser.getText()));
        }
    }
}
