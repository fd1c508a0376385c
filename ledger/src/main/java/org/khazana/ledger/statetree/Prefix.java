package org.khazana.ledger.statetree;

import java.util.Arrays;
import org.khazana.ledger.crypto.Hash;

/** How all paths of a page begin: 0 to 63 nibbles. */
public final class Prefix implements Comparable<Prefix> {
    static final int NIBBLES_MAX = StatePath.NIBBLES - 1;
    static final Prefix ROOT = new Prefix(new byte[0], 0);

    private static final int SPREAD = 0x9e3779b1;

    /** Two nibbles in each; where their number is odd, the last half is zero. */
    private final byte[] packed;

    private final int nibbles;

    private Prefix(byte[] packed, int nibbles) {
        this.packed = packed;
        this.nibbles = nibbles;
    }

    /** The first nibbles of a path. */
    static Prefix of(StatePath path, int nibbles) {
        byte[] packed = new byte[(nibbles + 1) / 2];
        for (int i = 0; i < packed.length; i++) {
            packed[i] = (byte) path.hash().byteAt(i);
        }
        if (nibbles % 2 == 1) {
            packed[nibbles / 2] &= (byte) 0xf0;
        }
        return new Prefix(packed, nibbles);
    }

    /**
     * Reads what {@link #packed} gave.
     *
     * @throws IllegalArgumentException if it is no such prefix, or not in its one form
     */
    static Prefix of(byte[] packed, int nibbles) {
        boolean isLengthRight = nibbles >= 0 && nibbles <= NIBBLES_MAX && packed.length == (nibbles + 1) / 2;
        if (!isLengthRight || (nibbles % 2 == 1 && (packed[nibbles / 2] & 15) != 0)) {
            throw new IllegalArgumentException("no prefix of " + nibbles + " nibbles");
        }
        return new Prefix(packed.clone(), nibbles);
    }

    byte[] packed() {
        return packed.clone();
    }

    int nibbles() {
        return nibbles;
    }

    /** Whether the path that stands in {@code bytes} from that place on begins so. */
    boolean begins(byte[] bytes, int at) {
        int whole = nibbles / 2;
        return Arrays.equals(packed, 0, whole, bytes, at, at + whole)
                && (nibbles % 2 == 0 || packed[whole] == (byte) (bytes[at + whole] & 0xf0));
    }

    @Override
    public int compareTo(Prefix other) {
        int byBytes = Arrays.compareUnsigned(packed, other.packed);
        return byBytes != 0 ? byBytes : Integer.compare(nibbles, other.nibbles);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Prefix prefix && nibbles == prefix.nibbles && Arrays.equals(packed, prefix.packed);
    }

    @Override
    public int hashCode() {
        // Few bytes that differ in few bits: 31 would give eight of them the same hash.
        int hash = nibbles;
        for (byte two : packed) {
            hash = SPREAD * (hash + two);
        }
        return hash;
    }

    /** As many hexadecimal digits as there are nibbles. */
    @Override
    public String toString() {
        return Hash.of(Arrays.copyOf(packed, Hash.BYTES)).toString().substring(0, nibbles);
    }
}
