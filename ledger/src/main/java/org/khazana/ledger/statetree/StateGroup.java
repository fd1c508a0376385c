package org.khazana.ledger.statetree;

import java.util.Arrays;
import org.khazana.ledger.crypto.Domain;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.crypto.Hasher;

/**
 * Entries that stand together below one node of the state tree, at depth {@link #DEPTH}, so that it can be proved that none of them is left
 * out: all positions in one asset. Two groups may come to stand below the same node, but an entry of no group never does, for groups stand on
 * the right side of the root. Why it is so: {@code docs/decisions/0032-registers-are-proved-whole.md}.
 */
public final class StateGroup {
    /** Of the node below which nothing but groups like this one stands. */
    public static final int DEPTH = 32;

    static final int BEGINNING_BYTES = DEPTH / 8;

    /** The table of positions, whose keys are account and asset. */
    private static final int POSITIONS = 6;

    private static final int ACCOUNT_BYTES = Long.BYTES;
    private static final int ASSET_BYTES = 12;
    private static final byte RIGHT_OF_THE_ROOT = (byte) 0x80;

    private final byte[] asset;
    /** How the paths of its entries begin, then zeros. */
    private final StatePath first;

    private StateGroup(byte[] asset) {
        this.asset = asset;
        byte[] path = new byte[Hash.BYTES];
        begin(path, asset, 0, new Hasher());
        this.first = new StatePath(Hash.of(path));
    }

    /**
     * All positions in one asset.
     *
     * @param asset its code, filled up with zero bytes to 12
     */
    public static StateGroup ofPositions(byte[] asset) {
        if (asset.length != ASSET_BYTES) {
            throw new IllegalArgumentException("the code of an asset takes 12 bytes, not " + asset.length);
        }
        return new StateGroup(asset.clone());
    }

    /** Whether all records of a table are in groups. */
    public static boolean areGrouped(int table) {
        return table == POSITIONS;
    }

    /** Makes the hash of a record's table and key its path, which begins as those of all in its group do. */
    static void begin(byte[] path, byte[] key, Hasher hasher) {
        System.arraycopy(path, 0, path, BEGINNING_BYTES, Hash.BYTES - BEGINNING_BYTES);
        begin(path, key, key.length - ASSET_BYTES, hasher);
    }

    private static void begin(byte[] path, byte[] from, int at, Hasher hasher) {
        byte[] hash = new byte[Hash.BYTES];
        hasher.begin(Domain.STATE_GROUP)
                .part(POSITIONS)
                .part(from, at, ASSET_BYTES)
                .hashTo(hash, 0);
        System.arraycopy(hash, 0, path, 0, BEGINNING_BYTES);
        path[0] |= RIGHT_OF_THE_ROOT;
    }

    /** The number of the table in which its records are. */
    public int table() {
        return POSITIONS;
    }

    /** Whether these can be the bytes of a key in that table. */
    static boolean isKey(byte[] key) {
        return key.length == ACCOUNT_BYTES + ASSET_BYTES;
    }

    /** Whether a record is of this group, and not of one that stands below the same node. */
    public boolean hasKey(byte[] key) {
        return isKey(key) && Arrays.equals(key, ACCOUNT_BYTES, key.length, asset, 0, ASSET_BYTES);
    }

    /** Whether the entry stands below the node of this group. */
    boolean isAbove(StatePath path) {
        return first.bitsInCommonWith(path) >= DEPTH;
    }

    /** The least path that stands below the node of this group. */
    StatePath first() {
        return first;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StateGroup group && Arrays.equals(asset, group.asset);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(asset);
    }

    @Override
    public String toString() {
        return "group " + first.toString().substring(0, DEPTH / 4);
    }
}
