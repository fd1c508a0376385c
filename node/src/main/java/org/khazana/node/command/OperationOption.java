package org.khazana.node.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.khazana.ledger.form.Field;
import org.khazana.ledger.form.Kind;
import picocli.CommandLine.Model.OptionSpec;

/**
 * A field of an operation as an option of a command. A list of parts is written on one line: the fields of a part are parted by colons, in
 * their order, and parts by commas, such as {@code --serials 17:10,101:50}.
 */
record OperationOption(Field field) {
    private static final String BETWEEN_PARTS = ",";
    private static final String BETWEEN_FIELDS = ":";

    /** Whether there is a way to write it on a line: not an operation in an operation, and not what has more than a few words. */
    static boolean canBe(Field field) {
        return field.kind() != Kind.Plain.OPERATION
                && (!(field.kind() instanceof Kind.Part part)
                        || part.form().fields().stream().allMatch(OperationOption::canBeInLine));
    }

    /** What is left out of a part in a line is left to the ledger; whoever wants to name it writes JSON. */
    private static boolean canBeInLine(Field field) {
        return isWord(field) || field.mayBeLeftOut();
    }

    private static boolean isWord(Field field) {
        return field.occurrence() == Field.Occurrence.ONCE
                && switch (field.kind()) {
                    case Kind.Part part -> false;
                    case Kind.Text text -> false;
                    case Kind.Plain plain -> plain != Kind.Plain.OPERATION && plain != Kind.Plain.INSTANT; // has colons
                    default -> true;
                };
    }

    /** Such as {@code --debit-rule}. */
    String name() {
        return "--" + field.name().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    OptionSpec spec() {
        return OptionSpec.builder(name())
                .required(!field.mayBeLeftOut())
                .paramLabel(label())
                .type(typeOf(field.kind()))
                .arity("1") // a flag is written out too, as not to say it is not to deny it
                .description(sentence(field.meaning()))
                .build();
    }

    private String label() {
        return labelOf(field.kind()) + (isList() ? "[,...]" : "");
    }

    private boolean isList() {
        return field.occurrence() == Field.Occurrence.REPEATED;
    }

    /** The fields that are written, in their order. */
    private static List<Field> words(Kind.Part part) {
        return part.form().fields().stream().filter(OperationOption::isWord).toList();
    }

    /**
     * The value in the words of docs/api.md.
     *
     * @param given by the command line
     * @throws CommandFailure if it is not written like that
     */
    Object value(Object given) {
        if (!(field.kind() instanceof Kind.Part part)) {
            return given;
        }
        List<Map<String, Object>> parts = new ArrayList<>();
        for (String text : given.toString().split(BETWEEN_PARTS, -1)) {
            parts.add(part(words(part), text));
        }
        return isList() ? parts : parts.getFirst();
    }

    private Map<String, Object> part(List<Field> words, String text) {
        String[] given = text.split(BETWEEN_FIELDS, -1);
        if (given.length != words.size()) {
            throw wrong(text);
        }
        Map<String, Object> part = new LinkedHashMap<>();
        for (int i = 0; i < given.length; i++) {
            part.put(words.get(i).name(), word(words.get(i), given[i], text));
        }
        return part;
    }

    private Object word(Field word, String given, String part) {
        if (typeOf(word.kind()) != Long.class) {
            return given;
        }
        try {
            return Long.valueOf(given);
        } catch (NumberFormatException noNumber) {
            throw wrong(part);
        }
    }

    private CommandFailure wrong(String part) {
        return new CommandFailure(
                ExitCode.USAGE,
                "Invalid value for option '" + name() + "': '" + part + "' is not of the form " + label());
    }

    private static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ".";
    }

    private static Class<?> typeOf(Kind kind) {
        return switch (kind) {
            case Kind.Plain plain ->
                switch (plain) {
                    case ACCOUNT, PARTY -> Long.class;
                    case FLAG -> Boolean.class;
                    default -> String.class;
                };
            case Kind.Whole whole -> Long.class;
            default -> String.class;
        };
    }

    private static String labelOf(Kind kind) {
        return switch (kind) {
            case Kind.Plain plain ->
                switch (plain) {
                    case SHA_256, PUBLIC_KEY, DIRECTORY -> "HEX";
                    default -> plain.name();
                };
            case Kind.Money money -> "AMOUNT";
            case Kind.Quantity quantity -> "AMOUNT";
            case Kind.Whole whole -> "NUMBER";
            case Kind.Choice choice -> "WORD";
            case Kind.Text text -> "TEXT";
            case Kind.Reference reference -> "TEXT";
            case Kind.Part part ->
                words(part).stream()
                        .map(word -> word.name().toUpperCase(Locale.ROOT))
                        .collect(Collectors.joining(BETWEEN_FIELDS));
        };
    }
}
