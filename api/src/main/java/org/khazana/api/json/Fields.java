package org.khazana.api.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.refusal.RefusalCode;

/**
 * Reads the fields of one JSON object and notes every mistake with its place. After a mistake a stand-in is returned, so
 * that reading can go on; whoever asks must call {@link Mistakes#throwIfAny} before using anything. Used by one thread.
 */
public final class Fields {
    private static final AssetCode ASSET_STAND_IN = new AssetCode("XXX");

    private final JsonNode object;
    private final String pointer;
    private final Mistakes mistakes;
    private final Set<String> asked = new HashSet<>();

    private Fields(JsonNode object, String pointer, Mistakes mistakes) {
        this.object = object;
        this.pointer = pointer;
        this.mistakes = mistakes;
    }

    public static Fields of(JsonNode node, Mistakes mistakes) {
        return at(node, "", mistakes);
    }

    private static Fields at(JsonNode node, String pointer, Mistakes mistakes) {
        if (!node.isObject()) {
            mistakes.add(Mistake.at(pointer, "must be a JSON object"));
            return new Fields(JsonNodeFactory.instance.objectNode(), pointer, new Mistakes());
        }
        return new Fields(node, pointer, mistakes);
    }

    /** A string of 1 to {@code charactersMax} characters, without control characters. */
    public String text(String name, int charactersMax) {
        return required(name).map(node -> text(name, node, 1, charactersMax)).orElse("");
    }

    /** A string of at most {@code charactersMax} characters. */
    public Optional<String> optionalText(String name, int charactersMax) {
        return optional(name).map(node -> text(name, node, 0, charactersMax));
    }

    private String text(String name, JsonNode node, int charactersMin, int charactersMax) {
        String text = node.isTextual() ? node.textValue() : "";
        boolean fits = node.isTextual()
                && text.length() >= charactersMin
                && text.length() <= charactersMax
                && text.chars().noneMatch(Character::isISOControl);
        if (!fits) {
            mistake(name, "must be a string of %d to %d characters".formatted(charactersMin, charactersMax));
            return "";
        }
        return text;
    }

    /** A whole number from {@code min} to {@code max}, written as a JSON number. */
    public Optional<Long> optionalInteger(String name, long min, long max) {
        return optional(name).map(node -> integer(name, node, min, max));
    }

    private long integer(String name, JsonNode node, long min, long max) {
        if (!node.isIntegralNumber() || !node.canConvertToLong() || node.longValue() < min || node.longValue() > max) {
            mistake(name, "must be a whole number from %d to %d".formatted(min, max));
            return min;
        }
        return node.longValue();
    }

    /** A required whole number from {@code min} to {@code max}, written as a JSON number. */
    public long integer(String name, long min, long max) {
        return required(name).map(node -> integer(name, node, min, max)).orElse(min);
    }

    /** {@code true} or {@code false}, without quotation marks. */
    public boolean flag(String name) {
        Optional<JsonNode> node = required(name);
        if (node.isPresent() && !node.get().isBoolean()) {
            mistake(name, "must be true or false");
        }
        return node.isPresent() && node.get().booleanValue();
    }

    /** Whether a field that may be left out is there. */
    public boolean isGiven(String name) {
        return optional(name).isPresent();
    }

    public PartyId party(String name) {
        return new PartyId(id(name));
    }

    public AccountId account(String name) {
        return new AccountId(id(name));
    }

    private long id(String name) {
        return required(name)
                .map(node -> integer(name, node, 1, Long.MAX_VALUE))
                .orElse(1L);
    }

    public AssetCode asset(String name) {
        return parsed(name, AssetCode.LENGTH_MAX, AssetCode::new, "must be 1 to 12 characters of A-Z and 0-9")
                .orElse(ASSET_STAND_IN);
    }

    /** Tokens, or minor units of a currency with that many minor digits; more than zero. */
    public long amount(String name, OptionalInt minorDigits) {
        return required(name).map(node -> amount(name, node, minorDigits)).orElse(1L);
    }

    private long amount(String name, JsonNode node, OptionalInt minorDigits) {
        try {
            return AmountText.read(node.isTextual() ? node.textValue() : "", minorDigits);
        } catch (NotAnAmount e) {
            mistakes.add(new Mistake(pointerTo(name), e.rule(), e.code()));
            return 1;
        }
    }

    /** A required string that {@code parse} understands; it says no with an {@link IllegalArgumentException}. */
    public <T> Optional<T> parsed(String name, int charactersMax, Function<String, T> parse, String rule) {
        return required(name).flatMap(node -> parsed(pointerTo(name), node, charactersMax, parse, rule));
    }

    /** As {@link #parsed}, for a field that may be left out. */
    public <T> Optional<T> optionalParsed(String name, int charactersMax, Function<String, T> parse, String rule) {
        return optional(name).flatMap(node -> parsed(pointerTo(name), node, charactersMax, parse, rule));
    }

    private <T> Optional<T> parsed(
            String place, JsonNode node, int charactersMax, Function<String, T> parse, String rule) {
        if (node.isTextual() && node.textValue().length() <= charactersMax) {
            try {
                return Optional.of(parse.apply(node.textValue()));
            } catch (IllegalArgumentException e) {
                mistakes.add(Mistake.at(place, rule));
                return Optional.empty();
            }
        }
        mistakes.add(Mistake.at(place, rule));
        return Optional.empty();
    }

    /** A required list of at most {@code countMax} strings, each as {@link #parsed}; empty after a mistake in any of them. */
    public <T> Optional<List<T>> parsedList(
            String name, int countMax, int charactersMax, Function<String, T> parse, String rule) {
        Optional<JsonNode> list = required(name);
        if (list.isEmpty()) {
            return Optional.empty();
        }
        if (!list.get().isArray() || list.get().size() > countMax) {
            mistake(name, "must be a list of at most %d strings".formatted(countMax));
            return Optional.empty();
        }
        List<T> read = new ArrayList<>();
        for (int i = 0; i < list.get().size(); i++) {
            parsed(pointerTo(name) + "/" + i, list.get().get(i), charactersMax, parse, rule)
                    .ifPresent(read::add);
        }
        return read.size() == list.get().size() ? Optional.of(read) : Optional.empty();
    }

    /** An object inside this one. */
    public Fields object(String name) {
        JsonNode node = required(name).orElse(JsonNodeFactory.instance.objectNode());
        return at(node, pointerTo(name), object.has(name) ? mistakes : new Mistakes());
    }

    /** A list of {@code min} to {@code max} objects. */
    public List<Fields> objects(String name, int min, int max, RefusalCode code) {
        Optional<JsonNode> found = required(name);
        if (found.isEmpty()) {
            return List.of();
        }
        JsonNode list = found.get();
        if (!list.isArray() || list.size() < min || list.size() > max) {
            String rule = "must be a list of %d to %d objects".formatted(min, max);
            mistakes.add(Mistake.at(pointerTo(name), rule, code));
            return List.of();
        }
        List<Fields> objects = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            objects.add(at(list.get(i), pointerTo(name) + "/" + i, mistakes));
        }
        return objects;
    }

    /** A list of at most {@code max} objects; empty after a mistake. */
    public Optional<List<Fields>> objects(String name, int max) {
        Optional<JsonNode> list = required(name);
        if (list.isEmpty()) {
            return Optional.empty();
        }
        if (!list.get().isArray() || list.get().size() > max) {
            mistake(name, "must be a list of at most %d objects".formatted(max));
            return Optional.empty();
        }
        List<Fields> objects = new ArrayList<>();
        for (int i = 0; i < list.get().size(); i++) {
            objects.add(at(list.get().get(i), pointerTo(name) + "/" + i, mistakes));
        }
        return Optional.of(objects);
    }

    /** Notes every field that nobody asked for: a mistyped name must not go unnoticed. */
    public void end() {
        object.fieldNames().forEachRemaining(name -> {
            if (!asked.contains(name)) {
                mistake(name, "is not a field of this request");
            }
        });
    }

    /** Notes a mistake in one of the fields. */
    public void mistake(String name, String detail) {
        mistakes.add(Mistake.at(pointerTo(name), detail));
    }

    /** Notes a mistake that the ledger has a code for. */
    public void mistake(String name, String detail, RefusalCode code) {
        mistakes.add(Mistake.at(pointerTo(name), detail, code));
    }

    private Optional<JsonNode> required(String name) {
        Optional<JsonNode> node = optional(name);
        if (node.isEmpty()) {
            mistake(name, "is missing");
        }
        return node;
    }

    private Optional<JsonNode> optional(String name) {
        asked.add(name);
        return Optional.ofNullable(object.get(name));
    }

    private String pointerTo(String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
