package org.khazana.ledger.statetree;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.khazana.ledger.crypto.Hash;

/** How every proof of the state begins: its version, and the hashes beside the way. Layout: {@code docs/proofs.md}. */
final class SiblingsForm {
    private static final byte VERSION = 1;
    /** Version and number of siblings. */
    private static final int HEAD_BYTES = 1 + Short.BYTES;

    private SiblingsForm() {}

    static int bytes(List<Hash> siblings) {
        int given = 0;
        for (Hash sibling : siblings) {
            given += sibling.equals(Hash.ZEROS) ? 0 : 1;
        }
        return HEAD_BYTES + (siblings.size() + 7) / 8 + given * Hash.BYTES;
    }

    static void put(List<Hash> siblings, ByteBuffer bytes) {
        byte[] bits = new byte[(siblings.size() + 7) / 8];
        for (int i = 0; i < siblings.size(); i++) {
            bits[i / 8] |= (byte) (siblings.get(i).equals(Hash.ZEROS) ? 0 : 0x80 >> i % 8);
        }
        bytes.put(VERSION).putShort((short) siblings.size()).put(bits);
        for (Hash sibling : siblings) {
            if (!sibling.equals(Hash.ZEROS)) {
                bytes.put(sibling.toBytes());
            }
        }
    }

    /** @param most siblings that such a proof may have */
    static List<Hash> read(ByteBuffer bytes, int most) throws StateProofRefused {
        requireRoom(bytes, HEAD_BYTES);
        byte version = bytes.get();
        require(version == VERSION, "unknown version of a proof of the state: " + version);
        int count = Short.toUnsignedInt(bytes.getShort());
        require(count <= most, "more siblings than there can be: " + count);
        byte[] bits = taken(bytes, (count + 7) / 8);
        BitSet given = new BitSet(count);
        for (int i = 0; i < 8 * bits.length; i++) {
            given.set(i, (bits[i / 8] >> (7 - i % 8) & 1) == 1);
        }
        require(given.length() <= count, "siblings are given after the last one");
        List<Hash> siblings = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            siblings.add(given.get(i) ? someHash(bytes) : Hash.ZEROS);
        }
        return siblings;
    }

    private static Hash someHash(ByteBuffer bytes) throws StateProofRefused {
        Hash hash = Hash.of(taken(bytes, Hash.BYTES));
        require(!hash.equals(Hash.ZEROS), "a sibling that is not there is given");
        return hash;
    }

    /**
     * Where two entries or more stand below a node and all on one side, the way goes on there; so a way that ends before less than two
     * never ends beside nothing.
     */
    static void requireEnd(List<Hash> siblings) throws StateProofRefused {
        require(
                siblings.isEmpty() || !siblings.getLast().equals(Hash.ZEROS),
                "the last sibling of a proof must be there, or else the way goes on");
    }

    static byte[] taken(ByteBuffer bytes, int length) throws StateProofRefused {
        requireRoom(bytes, length);
        byte[] taken = new byte[length];
        bytes.get(taken);
        return taken;
    }

    static void requireRoom(ByteBuffer bytes, int length) throws StateProofRefused {
        require(bytes.remaining() >= length, "the proof breaks off");
    }

    static void require(boolean holds, String wrong) throws StateProofRefused {
        if (!holds) {
            throw new StateProofRefused(wrong);
        }
    }
}
