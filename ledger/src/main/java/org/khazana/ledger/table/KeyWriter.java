package org.khazana.ledger.table;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Puts fields of a key one after another, so that the bytes have the order of the fields. */
public final class KeyWriter {
    private final ByteSequence bytes = new ByteSequence();

    /** 8 bytes, big-endian with the sign turned round. */
    public KeyWriter number(long number) {
        bytes.addNumber(number ^ Long.MIN_VALUE);
        return this;
    }

    /** One byte. */
    public KeyWriter constant(Numbered constant) {
        bytes.add(constant.number());
        return this;
    }

    /** Bytes whose number is always the same. */
    public KeyWriter fixed(byte[] field) {
        bytes.add(field);
        return this;
    }

    /** ASCII text, filled up with zeros to {@code length} bytes. */
    public KeyWriter padded(String text, int length) {
        bytes.add(Arrays.copyOf(text.getBytes(StandardCharsets.US_ASCII), length));
        return this;
    }

    /** Text of any length; only as the last field. */
    public byte[] last(String text) {
        bytes.add(text.getBytes(StandardCharsets.UTF_8));
        return done();
    }

    public byte[] done() {
        return bytes.toBytes();
    }
}
