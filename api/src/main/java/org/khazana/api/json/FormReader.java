package org.khazana.api.json;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.form.Count;
import org.khazana.ledger.form.Field;
import org.khazana.ledger.form.Form;
import org.khazana.ledger.form.Kind;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.operation.CancelKeyRecovery;
import org.khazana.ledger.operation.MotionOperation;
import org.khazana.ledger.operation.Operation;
import org.khazana.ledger.refusal.RefusalCode;
import org.khazana.ledger.validator.Validator;

/** Reads records out of JSON, as their {@link Form} tells. After a mistake the record holds stand-ins. */
final class FormReader {
    private static final int HEX_CHARACTERS = 64;
    private static final int DIRECTORY_CHARACTERS = 8;
    private static final int WORD_CHARACTERS_MAX = 32;
    private static final int DATE_CHARACTERS = 10;
    private static final int INSTANT_CHARACTERS_MAX = 30;
    private static final int CURRENCY_CHARACTERS = 3;
    private static final Hash HASH_STAND_IN = Hash.of(new byte[Hash.BYTES]);
    private static final Operation OPERATION_STAND_IN = new CancelKeyRecovery();
    private static final PublicKey KEY_STAND_IN = PublicKey.of(new byte[PublicKey.BYTES]);

    private final Denominations denominations;

    FormReader(Denominations denominations) {
        this.denominations = denominations;
    }

    /** Notes every mistake, also fields that the form does not have. */
    Record read(Form<?> form, Fields fields) {
        return read(form, fields, Map.of());
    }

    /** @param whole what was read of the record that this one is a part of, whose asset an amount may be of */
    private Record read(Form<?> form, Fields fields, Map<String, Object> whole) {
        List<Object> values = new ArrayList<>();
        Map<String, Object> byName = new HashMap<>(whole);
        for (Field field : form.fields()) {
            Object value = read(field, fields, byName);
            values.add(value);
            byName.put(field.name(), value);
        }
        fields.end();
        return form.make(values);
    }

    private Object read(Field field, Fields fields, Map<String, Object> before) {
        return switch (field.occurrence()) {
            case ONCE -> value(field, fields, before);
            case AT_MOST_ONCE ->
                fields.isGiven(field.name()) ? Optional.of(value(field, fields, before)) : Optional.empty();
            case REPEATED -> {
                if (field.mayBeLeftOut() && !fields.isGiven(field.name())) {
                    yield List.of();
                }
                Count count = field.count().orElseThrow();
                Form<?> form = ((Kind.Part) field.kind()).form();
                yield fields.objects(field.name(), count.min(), count.max(), count.otherwise()).stream()
                        .map(each -> read(form, each, before))
                        .toList();
            }
        };
    }

    private Object value(Field field, Fields fields, Map<String, Object> before) {
        String name = field.name();
        return switch (field.kind()) {
            case Kind.Plain plain -> plain(plain, name, fields);
            case Kind.Money money ->
                fields.amount(name, digitsOf(asset(money.in(), before).orElseThrow(), money.in(), fields));
            case Kind.Quantity quantity ->
                asset(quantity.of(), before)
                        .map(asset -> quantity(name, asset, quantity.of(), fields))
                        .orElseGet(() -> fields.amount(name, OptionalInt.empty()));
            case Kind.Whole whole -> {
                long number = fields.integer(name, whole.min(), whole.max());
                yield field.isSmall() ? (Object) Math.toIntExact(number) : (Object) number;
            }
            case Kind.Text text -> fields.text(name, text.charactersMax());
            case Kind.Reference reference ->
                fields.parsed(
                                name,
                                reference.charactersMax(),
                                FormReader::reference,
                                "must be a string of 1 to %d ASCII characters without spaces around"
                                        .formatted(reference.charactersMax()))
                        .orElse("");
            case Kind.Choice choice -> choice(choice, name, fields);
            case Kind.Part part -> read(part.form(), fields.object(name), before);
        };
    }

    /** It comes before the amount; a test sees to that. Empty if it may be left out, and was: whether that is right the ledger says. */
    private static Optional<AssetCode> asset(String name, Map<String, Object> before) {
        Object found = Objects.requireNonNull(before.get(name));
        return found instanceof Optional<?> optional
                ? optional.map(AssetCode.class::cast)
                : Optional.of((AssetCode) found);
    }

    private Object plain(Kind.Plain kind, String name, Fields fields) {
        return switch (kind) {
            case ACCOUNT -> fields.account(name);
            case PARTY -> fields.party(name);
            case ASSET -> fields.asset(name);
            case TOKENS -> fields.amount(name, OptionalInt.empty());
            case FLAG -> fields.flag(name);
            case OPERATION -> operation(fields.object(name));
            case SHA_256 ->
                parsed(
                        fields,
                        name,
                        HEX_CHARACTERS,
                        Hash::fromHex,
                        "must be 64 hexadecimal digits (SHA-256)",
                        HASH_STAND_IN);
            case PUBLIC_KEY ->
                parsed(
                        fields,
                        name,
                        HEX_CHARACTERS,
                        text -> PublicKey.of(HexFormat.of().parseHex(text)),
                        "must be 64 hexadecimal digits (raw Ed25519 public key)",
                        KEY_STAND_IN);
            case DAY ->
                parsed(fields, name, DATE_CHARACTERS, FormReader::epochDay, "must be a date such as \"2026-01-31\"", 0);
            case INSTANT ->
                parsed(
                        fields,
                        name,
                        INSTANT_CHARACTERS_MAX,
                        FormReader::epochMillis,
                        "must be an instant such as \"2026-01-31T09:00:00Z\"",
                        0L);
            case DIRECTORY ->
                parsed(
                        fields,
                        name,
                        DIRECTORY_CHARACTERS,
                        FormReader::directory,
                        "must be 8 hexadecimal digits, not all zero",
                        1L);
        };
    }

    /** Notes a motion about a motion as a mistake. */
    private Operation operation(Fields fields) {
        Operation read = new OperationReader(denominations).read(fields).orElse(OPERATION_STAND_IN);
        if (read instanceof MotionOperation) {
            fields.mistake("type", "must be an operation that is not itself about a motion");
        }
        return read;
    }

    private static <T> T parsed(
            Fields fields, String name, int charactersMax, Function<String, T> parse, String rule, T standIn) {
        return fields.parsed(name, charactersMax, parse, rule).orElse(standIn);
    }

    private static Object choice(Kind.Choice choice, String name, Fields fields) {
        List<String> words =
                Arrays.stream(choice.constants()).map(Object::toString).toList();
        String rule = "must be " + words.stream().limit(words.size() - 1L).collect(Collectors.joining(", "))
                + (words.size() > 1 ? " or " : "") + words.getLast();
        return parsed(
                fields,
                name,
                WORD_CHARACTERS_MAX,
                text -> constant(choice, words.indexOf(text)),
                rule,
                choice.constant(1));
    }

    private static Object constant(Kind.Choice choice, int place) {
        if (place < 0) {
            throw new IllegalArgumentException("no such constant");
        }
        return choice.constants()[place];
    }

    private long quantity(String name, AssetCode asset, String assetName, Fields fields) {
        // An instrument may be too new for this node to know; a currency is part of the genesis.
        OptionalInt digits =
                asset.text().length() == CURRENCY_CHARACTERS ? digitsOf(asset, assetName, fields) : OptionalInt.empty();
        return fields.amount(name, digits);
    }

    private OptionalInt digitsOf(AssetCode currency, String name, Fields fields) {
        OptionalInt digits = denominations.minorDigits(currency);
        if (digits.isEmpty()) {
            fields.mistake(name, "is not a currency of this ledger", RefusalCode.CURRENCY_UNKNOWN);
            // A stand-in: the currency is the mistake to report, not the digits of the amount.
            return OptionalInt.of(AmountText.MINOR_DIGITS_MAX);
        }
        return digits;
    }

    private static String reference(String text) {
        boolean isVisible = text.chars().allMatch(character -> character >= ' ' && character <= '~');
        if (text.isEmpty() || !isVisible || !text.equals(text.strip())) {
            throw new IllegalArgumentException("not a reference");
        }
        return text;
    }

    private static int epochDay(String text) {
        try {
            return Math.toIntExact(LocalDate.parse(text).toEpochDay());
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static long epochMillis(String text) {
        try {
            return Instant.parse(text).toEpochMilli();
        } catch (DateTimeParseException | ArithmeticException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static long directory(String text) {
        long directory = HexFormat.fromHexDigitsToLong(text);
        if (text.length() != DIRECTORY_CHARACTERS || directory < 1 || directory > Validator.DIRECTORY_MAX) {
            throw new IllegalArgumentException("out of bounds");
        }
        return directory;
    }
}
