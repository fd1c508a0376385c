package org.khazana.ledger.table;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.khazana.ledger.Invariant;

/** Takes the fields of a value in the order in which {@link FieldWriter} has put them. */
public final class FieldReader {
    private final ByteBuffer bytes;

    FieldReader(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes);
    }

    public long number() {
        return bytes.getLong();
    }

    public int small() {
        return bytes.getInt();
    }

    public boolean flag() {
        byte flag = bytes.get();
        Invariant.check(flag == 0 || flag == 1, "a flag is %s", flag);
        return flag == 1;
    }

    public <E extends Enum<E> & Numbered> E constant(Class<E> type) {
        return Numbered.of(type, Byte.toUnsignedInt(bytes.get()));
    }

    /** How many bytes are left. */
    public int remaining() {
        return bytes.remaining();
    }

    public byte[] fixed(int length) {
        Invariant.check(length >= 0 && length <= bytes.remaining(), "a field of %s bytes", length);
        byte[] field = new byte[length];
        bytes.get(field);
        return field;
    }

    public byte[] sized() {
        return fixed(small());
    }

    public String text() {
        return new String(sized(), StandardCharsets.UTF_8);
    }

    public <T> Optional<T> optional(Function<FieldReader, T> form) {
        return flag() ? Optional.of(form.apply(this)) : Optional.empty();
    }

    public <T> List<T> list(Function<FieldReader, T> form) {
        int size = small();
        Invariant.check(size >= 0 && size <= bytes.remaining(), "a list of %s elements", size);
        List<T> elements = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            elements.add(form.apply(this));
        }
        return elements;
    }

    void requireEnd() {
        Invariant.check(!bytes.hasRemaining(), "%s bytes after the last field", bytes.remaining());
    }
}
