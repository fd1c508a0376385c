package org.khazana.ledger.words;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.khazana.ledger.form.Field;
import org.khazana.ledger.form.Form;
import org.khazana.ledger.form.Kind;
import org.khazana.ledger.form.Says;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.validator.Validator;

/** Says what a record says, in the sentences of its {@link Says}. */
public final class FormWords {
    private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");
    private static final int DIRECTORY_DIGITS = 8;

    private final Form<?> form;
    private final Record holder;
    /** What the record is a part of; null for one that stands by itself. */
    private final @Nullable FormWords whole;

    private FormWords(Record holder, @Nullable FormWords whole) {
        this.form = Form.of(holder.getClass());
        this.holder = holder;
        this.whole = whole;
    }

    /** One line for each sentence, and one for each line of each element of a list. */
    public static List<String> of(Record holder) {
        return new FormWords(holder, null).lines();
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (String sentence : form.sentences()) {
            Optional<Field> alone = aloneIn(sentence);
            if (alone.isPresent()) {
                elements(alone.get()).forEach(element -> lines.addAll(itemized((Record) element)));
            } else {
                said(sentence).ifPresent(said -> lines.add(filled(said)));
            }
        }
        return lines;
    }

    /** The field that a sentence consists of, if it has lines of its own. */
    private Optional<Field> aloneIn(String sentence) {
        Matcher name = NAME.matcher(sentence);
        return name.matches() ? Optional.of(field(name.group(1))).filter(FormWords::hasLines) : Optional.empty();
    }

    private static boolean hasLines(Field field) {
        return field.occurrence() == Field.Occurrence.REPEATED || field.kind() == Kind.Plain.OPERATION;
    }

    private List<?> elements(Field field) {
        Object value = field.of(holder);
        return value instanceof List<?> list ? list : List.of(value);
    }

    private List<String> itemized(Record element) {
        List<String> lines = new ArrayList<>();
        for (String line : new FormWords(element, this).lines()) {
            lines.add((lines.isEmpty() ? "- " : "  ") + line);
        }
        return lines;
    }

    /** What stands before the bar if all that it names is there, and what stands after it otherwise. */
    private Optional<String> said(String sentence) {
        int bar = sentence.indexOf('|');
        String first = bar < 0 ? sentence : sentence.substring(0, bar);
        boolean isThere = NAME.matcher(first)
                .results()
                .map(name -> field(name.group(1)).of(holder))
                .noneMatch(Optional.empty()::equals);
        if (isThere) {
            return Optional.of(first);
        }
        return bar < 0 ? Optional.empty() : Optional.of(sentence.substring(bar + 1));
    }

    private String filled(String sentence) {
        return NAME.matcher(sentence).replaceAll(name -> Matcher.quoteReplacement(value(field(name.group(1)))));
    }

    private Field field(String name) {
        return form.field(name).orElseThrow(() -> new IllegalStateException(form.title() + " has no field " + name));
    }

    private String value(Field field) {
        Object value = field.of(holder);
        return words(field.kind(), value instanceof Optional<?> optional ? optional.orElseThrow() : value);
    }

    private String words(Kind kind, Object value) {
        return switch (kind) {
            case Kind.Plain plain ->
                switch (plain) {
                    case ACCOUNT, PARTY, ASSET, SHA_256, PUBLIC_KEY -> value.toString();
                    case TOKENS -> AmountWords.grouped((long) value);
                    case DAY -> LocalDate.ofEpochDay((int) value).toString();
                    case INSTANT -> Instant.ofEpochMilli((long) value).toString();
                    case DIRECTORY -> directory((long) value);
                    case FLAG -> (boolean) value ? "yes" : "no";
                    case OPERATION -> String.join(", ", of((Record) value));
                };
            case Kind.Money money -> amountOf(money.in(), value);
            case Kind.Quantity quantity -> amountOf(quantity.of(), value);
            case Kind.Whole whole -> value.toString();
            case Kind.Text text -> quoted((String) value);
            case Kind.Reference reference -> quoted((String) value);
            case Kind.Choice choice -> value.toString();
            case Kind.Part part -> String.join(", ", new FormWords((Record) value, this).lines());
        };
    }

    private String amountOf(String assetField, Object value) {
        Object asset = asset(assetField);
        if (asset instanceof Optional<?> optional) {
            return optional.map(given -> AmountWords.of((AssetCode) given, (long) value))
                    .orElseGet(() -> AmountWords.grouped((long) value) + " units of no asset");
        }
        return AmountWords.of((AssetCode) asset, (long) value);
    }

    /** Its own, or that of what it is a part of. */
    private Object asset(String name) {
        return form.field(name).isEmpty() && whole != null
                ? whole.asset(name)
                : field(name).of(holder);
    }

    private static String directory(long number) {
        boolean isInBounds = number >= 0 && number <= Validator.DIRECTORY_MAX;
        return isInBounds
                ? HexFormat.of().toHexDigits(number, DIRECTORY_DIGITS)
                : HexFormat.of().toHexDigits(number);
    }

    /** Text of a stranger, on one line and without control characters that could repaint the terminal. */
    private static String quoted(String text) {
        StringBuilder shown = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (isPrintable(c)) {
                shown.appendCodePoint(c);
            } else {
                shown.append(String.format(Locale.ROOT, "\\u{%x}", c));
            }
        });
        return shown.append('"').toString();
    }

    private static boolean isPrintable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
