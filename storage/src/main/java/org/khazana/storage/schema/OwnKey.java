package org.khazana.storage.schema;

import java.util.Arrays;
import java.util.HexFormat;
import org.khazana.ledger.table.KeyForm;

/** A key that is its bytes, ordered as unsigned ones. */
public final class OwnKey implements Comparable<OwnKey> {
    static final KeyForm<OwnKey> FORM =
            new KeyForm<>(OwnKey::toBytes, fields -> new OwnKey(fields.fixed(fields.remaining())));

    private final byte[] bytes;

    private OwnKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Copies {@code bytes}. */
    public static OwnKey of(byte[] bytes) {
        return new OwnKey(bytes.clone());
    }

    /** The one that comes right after it. */
    public OwnKey next() {
        return new OwnKey(Arrays.copyOf(bytes, bytes.length + 1));
    }

    public byte[] toBytes() {
        return bytes.clone();
    }

    @Override
    public int compareTo(OwnKey other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OwnKey key && Arrays.equals(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
