package org.khazana.consensus.log;

import java.util.Arrays;

/**
 * Opaque bytes that the members agree on. The array is shared, not copied, between threads and layers: whoever wraps
 * one gives it up, and nobody writes to it afterwards.
 */
public final class Payload {
    private final byte[] bytes;

    private Payload(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Takes over {@code bytes}; the caller must not change them any more. */
    public static Payload wrap(byte[] bytes) {
        return new Payload(bytes);
    }

    /** The bytes themselves, for reading only. */
    public byte[] bytes() {
        return bytes;
    }

    public int size() {
        return bytes.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Payload payload && Arrays.equals(bytes, payload.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return bytes.length + " bytes";
    }
}
