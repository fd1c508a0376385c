package org.khazana.ledger.statetree;

import org.khazana.ledger.crypto.Hash;

/**
 * Where an entry stands in the state tree: 256 bits, the most significant one of the first byte first; at each bit that is 1 the path
 * goes to the right. Entries of a {@link StateGroup} stand on the right side of the root, all others on the left.
 */
public record StatePath(Hash hash) implements Comparable<StatePath> {
    public static final int BITS = 8 * Hash.BYTES;
    /** Pieces of four bits. */
    static final int NIBBLES = BITS / 4;

    /** Of the record with this key in the table with this number. */
    public static StatePath of(int table, byte[] key) {
        return new StateEntries().path(table, key);
    }

    /** 0 or 1; bits are counted from 0. */
    int bit(int index) {
        return (hash.byteAt(index / 8) >> (7 - index % 8)) & 1;
    }

    /** 0 to 15; nibbles are counted from 0. */
    int nibble(int index) {
        int both = hash.byteAt(index / 2);
        return index % 2 == 0 ? both >> 4 : both & 15;
    }

    /** The same path with another nibble at that place. */
    StatePath withNibble(int index, int nibble) {
        byte[] bytes = hash.toBytes();
        int both = bytes[index / 2];
        bytes[index / 2] = (byte) (index % 2 == 0 ? (both & 0x0f) | (nibble << 4) : (both & 0xf0) | nibble);
        return new StatePath(Hash.of(bytes));
    }

    /** How many bits both have in common before the first in which they differ; {@link #BITS} if they are equal. */
    int bitsInCommonWith(StatePath other) {
        for (int i = 0; i < Hash.BYTES; i++) {
            int difference = hash.byteAt(i) ^ other.hash.byteAt(i);
            if (difference != 0) {
                return 8 * i + Integer.numberOfLeadingZeros(difference) - (Integer.SIZE - 8);
            }
        }
        return BITS;
    }

    @Override
    public int compareTo(StatePath other) {
        return hash.compareTo(other.hash);
    }

    @Override
    public String toString() {
        return hash.toString();
    }
}
