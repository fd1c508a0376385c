package org.khazana.api.json;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Bytes in files that prove something: base64 (RFC 4648, section 4) in the one form that {@link #write} gives. */
final class Base64Fields {
    private Base64Fields() {}

    static String write(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** Whether the field {@code type} says what it must; if not, the mistake is noted. */
    static boolean isType(Fields fields, String type) {
        String rule = "must be \"" + type + "\"";
        return fields.parsed("type", type.length(), text -> same(text, type, rule), rule)
                .isPresent();
    }

    private static String same(String text, String type, String rule) {
        if (!text.equals(type)) {
            throw new IllegalArgumentException(rule);
        }
        return text;
    }

    /** What {@code read} makes of the bytes of a field; empty after a mistake, which is noted. */
    static <T> Optional<T> read(Fields fields, String name, int bytesMax, Function<byte[], T> read, String rule) {
        return fields.parsed(name, characters(bytesMax), text -> read.apply(bytes(text, bytesMax)), rule);
    }

    /** What {@code read} makes of each element of a list; empty after a mistake, which is noted. */
    static <T> Optional<List<T>> readList(
            Fields fields, String name, int countMax, int bytesMax, Function<byte[], T> read, String rule) {
        return fields.parsedList(name, countMax, characters(bytesMax), text -> read.apply(bytes(text, bytesMax)), rule);
    }

    /** Of the texts that mean the same bytes only the one that {@link #write} gives is taken. */
    private static byte[] bytes(String text, int bytesMax) {
        byte[] bytes = Base64.getDecoder().decode(text);
        if (bytes.length > bytesMax || !write(bytes).equals(text)) {
            throw new IllegalArgumentException("too long, or not as base64 is written");
        }
        return bytes;
    }

    private static int characters(int bytes) {
        return Math.multiplyExact(4, Math.ceilDiv(bytes, 3));
    }
}
