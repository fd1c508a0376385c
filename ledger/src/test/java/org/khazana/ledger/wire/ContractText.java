package org.khazana.ledger.wire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.khazana.ledger.form.Field;
import org.khazana.ledger.form.Form;
import org.khazana.ledger.form.Kind;
import org.khazana.ledger.operation.MotionOperation;
import org.khazana.ledger.operation.OperationForms;
import org.khazana.ledger.table.Numbered;

/** Writes {@code transaction.proto} out of what operations say of themselves. */
final class ContractText {
    private static final String HEAD = """
            // The published contract, second part: what a client signs. Generated from the operations in
            // org.khazana.ledger.operation; PublishedContractTest says how.
            //
            // Units: token quantities are whole tokens; money is in minor units of its currency (paisa for PKR); instants are
            // milliseconds since 1970-01-01T00:00:00Z; days are civil days since 1970-01-01. No floating point anywhere.
            syntax = "proto3";

            package khazana.ledger.v1;

            option java_multiple_files = true;
            option java_package = "org.khazana.ledger.wire.v1";

            // What the signers ask for.
            message TransactionBody {
              // SHA-256 that names the network; see docs/api.md. 32 bytes.
              bytes chain_id = 1;
              // Chosen by the client, 16 bytes, unique per sender until the transaction expires.
              bytes request_id = 2;
              // The party that asks; one of the signatures must be by a key of it.
              int64 sender_party = 3;
              // Not valid in a block of an earlier time; 0 for "from now on".
              int64 not_before_millis = 4;
              // Not valid in a block of a later time; at most 24 hours after the time of the block.
              int64 not_after_millis = 5;

              oneof operation {
            """;

    private final Map<String, Form<?>> parts = new LinkedHashMap<>();
    private final StringBuilder text = new StringBuilder(HEAD);

    private ContractText() {}

    static String ofAllOperations() {
        ContractText contract = new ContractText();
        contract.oneOf(form -> true);
        contract.line("");
        contract.line("// An operation that a motion asks for: the same numbers, without motions.");
        contract.line("message Action {");
        contract.line("  oneof operation {");
        contract.oneOf(form -> !MotionOperation.class.isAssignableFrom(form.type()));
        OperationForms.all().forEach(contract::message);
        List<Form<?>> written = new ArrayList<>();
        while (written.size() < contract.parts.size()) {
            Form<?> next = new ArrayList<>(contract.parts.values()).get(written.size());
            written.add(next);
            contract.message(next);
        }
        return contract.text.toString();
    }

    private void oneOf(Predicate<Form<?>> isWanted) {
        int number = OperationForms.NUMBER_FIRST;
        for (Form<?> form : OperationForms.all()) {
            if (isWanted.test(form)) {
                line("    %s %s = %d;".formatted(form.title(), snakeCase(form.name()), number));
            }
            number++;
        }
        line("  }");
        line("}");
    }

    private void message(Form<?> form) {
        line("");
        form.meaning().ifPresent(meaning -> wrapped(meaning, "//"));
        line("message " + form.title() + " {");
        Map<String, Kind.Choice> enums = new LinkedHashMap<>();
        for (Field field : form.fields()) {
            wrapped(field.meaning() + unit(field.kind()), "  //");
            line("  %s%s %s = %d;".formatted(label(field), type(field), snakeCase(field.name()), field.number()));
            if (field.kind() instanceof Kind.Choice choice) {
                enums.put(choice.type().getSimpleName(), choice);
            } else if (field.kind() instanceof Kind.Part part) {
                parts.putIfAbsent(part.form().title(), part.form());
            }
        }
        enums.forEach(this::enumeration);
        line("}");
    }

    private void enumeration(String name, Kind.Choice choice) {
        line("");
        line("  enum " + name + " {");
        line("    "
                + snakeCase(name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1))
                        .toUpperCase(Locale.ROOT) + "_UNKNOWN = 0;");
        for (Numbered constant : choice.constants()) {
            line("    " + constant + " = " + constant.number() + ";");
        }
        line("  }");
    }

    private static String label(Field field) {
        boolean isMessage = field.kind() instanceof Kind.Part || field.kind() == Kind.Plain.OPERATION;
        return switch (field.occurrence()) {
            case ONCE -> "";
            case AT_MOST_ONCE -> isMessage ? "" : "optional ";
            case REPEATED -> "repeated ";
        };
    }

    private static String type(Field field) {
        return switch (field.kind()) {
            case Kind.Plain plain ->
                switch (plain) {
                    case ACCOUNT, PARTY, TOKENS, INSTANT, DIRECTORY -> "int64";
                    case DAY -> "int32";
                    case FLAG -> "bool";
                    case ASSET -> "string";
                    case OPERATION -> "Action";
                    case SHA_256, PUBLIC_KEY -> "bytes";
                };
            case Kind.Money money -> "int64";
            case Kind.Quantity quantity -> "int64";
            case Kind.Whole whole -> field.isSmall() ? "int32" : "int64";
            case Kind.Text text -> "string";
            case Kind.Reference reference -> "string";
            case Kind.Choice choice -> choice.type().getSimpleName();
            case Kind.Part part -> part.form().title();
        };
    }

    private static String unit(Kind kind) {
        return switch (kind) {
            case Kind.Money money -> "; minor units of the " + money.in();
            case Kind.Quantity quantity -> "; tokens, or minor units of a currency";
            case Kind.Text text -> "; at most " + text.charactersMax() + " characters";
            case Kind.Reference reference -> "; 1 to " + reference.charactersMax() + " characters of ASCII";
            case Kind.Plain plain when plain == Kind.Plain.PUBLIC_KEY -> "; Ed25519, 32 bytes";
            case Kind.Plain plain when plain == Kind.Plain.SHA_256 -> "; 32 bytes";
            default -> "";
        };
    }

    private void wrapped(String words, String prefix) {
        StringBuilder line = new StringBuilder(prefix);
        for (String word : words.split(" ", -1)) {
            if (line.length() + 1 + word.length() > 120) {
                line(line.toString());
                line = new StringBuilder(prefix);
            }
            line.append(' ').append(word);
        }
        line(line.toString());
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private static String snakeCase(String camelCase) {
        return camelCase.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
