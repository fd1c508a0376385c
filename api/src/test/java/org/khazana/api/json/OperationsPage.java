package org.khazana.api.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.khazana.ledger.form.Count;
import org.khazana.ledger.form.Field;
import org.khazana.ledger.form.Form;
import org.khazana.ledger.form.Kind;
import org.khazana.ledger.operation.OperationForms;
import org.khazana.ledger.table.Numbered;

/** Writes {@code docs/operations.md} out of what operations say of themselves. */
final class OperationsPage {
    private static final String HEAD = """
            # Operations

            What a transaction can ask for: the `operation` of `POST /v1/transactions/prepare` ([api.md](api.md#operations)) and of
            `khazana tx prepare`. Generated from the [records](../ledger/src/main/java/org/khazana/ledger/operation); `OperationsPageTest` says
            how. In protobuf: [`transaction.proto`](../ledger/src/main/resources/khazana/ledger/v1/transaction.proto). Why one is refused:
            [refusals.md](refusals.md).
            """;

    private static final String LEFT_OUT = "; may be left out";

    private final Function<String, JsonNode> exampleOf;
    private final Map<String, Form<?>> parts = new LinkedHashMap<>();
    private final StringBuilder text = new StringBuilder(HEAD);

    private OperationsPage(Function<String, JsonNode> exampleOf) {
        this.exampleOf = exampleOf;
    }

    /** @param exampleOf an operation by its name */
    static String text(Function<String, JsonNode> exampleOf) {
        OperationsPage page = new OperationsPage(exampleOf);
        OperationForms.all().forEach(page::operation);
        page.parts.values().forEach(page::part);
        return page.text.toString();
    }

    private void operation(Form<?> form) {
        line("");
        line("## " + form.name());
        line("");
        line(form.meaning().orElseThrow());
        fields(form);
        line("");
        line("```json");
        line(pretty(exampleOf.apply(form.name())));
        line("```");
        line("");
        line("A signer reads:");
        line("");
        form.sentences().forEach(sentence -> line("> " + sentence.replace("|", " – or: ") + "  "));
    }

    private void part(Form<?> form) {
        line("");
        line("## " + form.title());
        line("");
        line("A part of operations.");
        fields(form);
    }

    private void fields(Form<?> form) {
        line("");
        line("| field | | written as |");
        line("| --- | --- | --- |");
        form.fields()
                .forEach(field -> line("| `%s` | %s | %s |".formatted(field.name(), field.meaning(), written(field))));
    }

    private String written(Field field) {
        String each = written(field.kind());
        return switch (field.occurrence()) {
            case ONCE -> each;
            case AT_MOST_ONCE -> each + LEFT_OUT;
            case REPEATED -> {
                Count count = field.count().orElseThrow();
                yield "list of %d to %d, each %s".formatted(count.min(), count.max(), each)
                        + (field.mayBeLeftOut() ? LEFT_OUT : "");
            }
        };
    }

    private String written(Kind kind) {
        return switch (kind) {
            case Kind.Plain plain ->
                switch (plain) {
                    case ACCOUNT -> "number of an account";
                    case PARTY -> "number of a party";
                    case ASSET -> "1 to 12 characters of A-Z and 0-9";
                    case SHA_256, PUBLIC_KEY -> "64 hexadecimal digits";
                    case TOKENS -> "whole number in a string";
                    case DAY -> "date, such as `\"2026-01-31\"`";
                    case INSTANT -> "instant, such as `\"2026-01-31T09:00:00Z\"`";
                    case DIRECTORY -> "8 hexadecimal digits";
                    case FLAG -> "`true` or `false`";
                    case OPERATION -> "any operation that is not about a motion itself";
                };
            case Kind.Money money -> "amount of `" + money.in() + "`, such as `\"1250.50\"`";
            case Kind.Quantity quantity -> "tokens, or amount of money, as `" + quantity.of() + "` has it";
            case Kind.Whole whole ->
                whole.max() == Long.MAX_VALUE
                        ? "number, " + whole.min() + " or more"
                        : "number, %d to %d".formatted(whole.min(), whole.max());
            case Kind.Text words -> "at most " + words.charactersMax() + " characters";
            case Kind.Reference reference -> "1 to " + reference.charactersMax() + " characters of ASCII";
            case Kind.Choice choice ->
                Arrays.stream(choice.constants()).map(Numbered::toString).collect(Collectors.joining("`, `", "`", "`"));
            case Kind.Part part -> {
                parts.putIfAbsent(part.form().title(), part.form());
                part.form().fields().forEach(field -> written(field.kind()));
                yield "[" + part.form().title() + "](#" + part.form().name().toLowerCase(Locale.ROOT) + ")";
            }
        };
    }

    private static String pretty(JsonNode json) {
        try {
            return new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsString(json);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
