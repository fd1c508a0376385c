package org.khazana.ledger.table;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Puts the fields of a value one after another, each in the only form that it has: numbers big-endian, texts and lists after
 * their length, what may be missing after a byte that says whether it is there.
 */
public final class FieldWriter {
    private final ByteSequence bytes = new ByteSequence();

    /** 8 bytes. */
    public FieldWriter number(long number) {
        bytes.addNumber(number);
        return this;
    }

    /** 4 bytes: a day, or a small count. */
    public FieldWriter small(int number) {
        bytes.addSmall(number);
        return this;
    }

    /** One byte, 0 or 1. */
    public FieldWriter flag(boolean flag) {
        bytes.add(flag ? 1 : 0);
        return this;
    }

    /** One byte. */
    public FieldWriter constant(Numbered constant) {
        bytes.add(constant.number());
        return this;
    }

    /** Bytes whose number is always the same. */
    public FieldWriter fixed(byte[] field) {
        bytes.add(field);
        return this;
    }

    /** Bytes after their number. */
    public FieldWriter sized(byte[] field) {
        return small(field.length).fixed(field);
    }

    /** UTF-8 after the number of its bytes. */
    public FieldWriter text(String text) {
        return sized(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A flag, and the value if it is there. */
    public <T> FieldWriter optional(Optional<T> value, BiConsumer<T, FieldWriter> form) {
        flag(value.isPresent());
        value.ifPresent(present -> form.accept(present, this));
        return this;
    }

    /** The elements after their number, in the order given, which must be a defined one. */
    public <T> FieldWriter list(Collection<T> elements, BiConsumer<T, FieldWriter> form) {
        small(elements.size());
        elements.forEach(element -> form.accept(element, this));
        return this;
    }

    byte[] done() {
        return bytes.toBytes();
    }
}
