package org.khazana.api.endpoint;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import org.khazana.ledger.form.Count;
import org.khazana.ledger.form.Field;
import org.khazana.ledger.form.Form;
import org.khazana.ledger.form.Kind;
import org.khazana.ledger.operation.OperationForms;

/** Makes JSON schemas out of what operations say of themselves. */
final class OperationSchemas {
    private static final String SCHEMAS = "#/components/schemas/";

    private final ObjectNode schemas;

    private OperationSchemas(ObjectNode schemas) {
        this.schemas = schemas;
    }

    /** Adds one for each operation and each part of one, and {@code Operation} for any of them. */
    static void addTo(ObjectNode schemas) {
        OperationSchemas made = new OperationSchemas(schemas);
        ObjectNode any = schemas.putObject("Operation");
        ArrayNode oneOf = any.putArray("oneOf");
        ObjectNode discriminator = any.putObject("discriminator").put("propertyName", "type");
        ObjectNode mapping = discriminator.putObject("mapping");
        for (Form<?> form : OperationForms.all()) {
            oneOf.addObject().put("$ref", SCHEMAS + form.title());
            mapping.put(form.name(), SCHEMAS + form.title());
            made.add(form, true);
        }
    }

    private void add(Form<?> form, boolean isOperation) {
        ObjectNode schema = schemas.putObject(form.title()).put("type", "object");
        ArrayNode required = schema.putArray("required");
        ObjectNode properties = schema.putObject("properties");
        if (isOperation) {
            required.add("type");
            properties.putObject("type").put("const", form.name());
        }
        for (Field field : form.fields()) {
            if (!field.mayBeLeftOut()) {
                required.add(field.name());
            }
            describe(field, properties.putObject(field.name()));
        }
        form.meaning().ifPresent(meaning -> schema.put("description", meaning));
        schema.put("additionalProperties", false);
    }

    private void describe(Field field, ObjectNode property) {
        field.count().ifPresentOrElse(count -> list(field, count, property), () -> describe(field.kind(), property));
        property.put("description", field.meaning());
    }

    private void list(Field field, Count count, ObjectNode property) {
        property.put("type", "array").put("minItems", count.min()).put("maxItems", count.max());
        describe(field.kind(), property.putObject("items"));
    }

    private void describe(Kind kind, ObjectNode property) {
        switch (kind) {
            case Kind.Plain plain -> describe(plain, property);
            case Kind.Money money -> property.put("$ref", SCHEMAS + "Amount");
            case Kind.Quantity quantity -> property.put("$ref", SCHEMAS + "Amount");
            case Kind.Whole whole -> whole(whole, property);
            case Kind.Text text -> text(text.charactersMax(), property);
            case Kind.Reference reference ->
                text(reference.charactersMax(), property).put("pattern", "^[ -~]+$");
            case Kind.Choice choice -> {
                ArrayNode words = property.put("type", "string").putArray("enum");
                Arrays.stream(choice.constants()).map(Object::toString).forEach(words::add);
            }
            case Kind.Part part -> {
                property.put("$ref", SCHEMAS + part.form().title());
                add(part.form(), false);
            }
        }
    }

    private static void describe(Kind.Plain plain, ObjectNode property) {
        switch (plain) {
            case ACCOUNT, PARTY -> property.put("$ref", SCHEMAS + "Id");
            case ASSET -> property.put("$ref", SCHEMAS + "AssetCode");
            case TOKENS -> property.put("$ref", SCHEMAS + "Amount");
            case SHA_256 -> property.put("$ref", SCHEMAS + "Hash");
            case INSTANT -> property.put("$ref", SCHEMAS + "Instant");
            case PUBLIC_KEY -> property.put("type", "string").put("pattern", "^[0-9a-f]{64}$");
            case DIRECTORY -> property.put("type", "string").put("pattern", "^[0-9a-f]{8}$");
            case DAY -> property.put("type", "string").put("format", "date");
            case FLAG -> property.put("type", "boolean");
            case OPERATION -> property.put("$ref", SCHEMAS + "Operation");
        }
    }

    private static void whole(Kind.Whole whole, ObjectNode property) {
        property.put("type", "integer").put("minimum", whole.min());
        if (whole.max() < Long.MAX_VALUE) {
            property.put("maximum", whole.max());
        }
    }

    private static ObjectNode text(int charactersMax, ObjectNode property) {
        return property.put("type", "string").put("minLength", 1).put("maxLength", charactersMax);
    }
}
