package org.khazana.ledger.statetree;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.khazana.ledger.crypto.Hash;

/** The one byte form of proofs of a state. Layout: {@code docs/proofs.md}. */
public final class StateProofCodec {
    private static final byte VERSION = 1;
    private static final byte NOTHING = 0;
    private static final byte PRESENT = 1;
    private static final byte OTHER = 2;
    /** Version and number of siblings. */
    private static final int HEAD_BYTES = 1 + Short.BYTES;

    private StateProofCodec() {}

    public static byte[] encode(StateProof proof) {
        List<Hash> given = proof.siblings().stream()
                .filter(sibling -> !sibling.equals(Hash.ZEROS))
                .toList();
        int count = proof.siblings().size();
        int beginning = HEAD_BYTES + (count + 7) / 8;
        ByteBuffer bytes = ByteBuffer.allocate(beginning + given.size() * Hash.BYTES + claimBytes(proof.claim()));
        bytes.put(VERSION).putShort((short) count);
        for (int i = 0; i < count; i++) {
            if (!proof.siblings().get(i).equals(Hash.ZEROS)) {
                int at = HEAD_BYTES + i / 8;
                bytes.put(at, (byte) (bytes.get(at) | 1 << (7 - i % 8)));
            }
        }
        bytes.position(beginning);
        given.forEach(sibling -> bytes.put(sibling.toBytes()));
        putClaim(proof.claim(), bytes);
        return bytes.array();
    }

    private static int claimBytes(StateProof.Claim claim) {
        return switch (claim) {
            case StateProof.Nothing nothing -> 1;
            case StateProof.Present present -> 1 + Integer.BYTES + present.value().length;
            case StateProof.Other other -> 1 + 2 * Hash.BYTES;
        };
    }

    private static void putClaim(StateProof.Claim claim, ByteBuffer bytes) {
        switch (claim) {
            case StateProof.Nothing nothing -> bytes.put(NOTHING);
            case StateProof.Present present -> {
                byte[] value = present.value();
                bytes.put(PRESENT).putInt(value.length).put(value);
            }
            case StateProof.Other other ->
                bytes.put(OTHER)
                        .put(other.path().hash().toBytes())
                        .put(other.valueHash().toBytes());
        }
    }

    /**
     * Reads a proof; what it returns encodes to the same bytes. Whether it proves anything is another question.
     *
     * @throws StateProofRefused if these bytes are not the form of any proof
     */
    public static StateProof decode(byte[] proof) throws StateProofRefused {
        ByteBuffer bytes = ByteBuffer.wrap(proof);
        requireRoom(bytes, HEAD_BYTES);
        byte version = bytes.get();
        require(version == VERSION, "unknown version of a proof of the state: " + version);
        List<Hash> siblings = siblings(bytes, Short.toUnsignedInt(bytes.getShort()));
        StateProof.Claim claim = claim(bytes);
        require(!bytes.hasRemaining(), "bytes after the end of the proof");
        return new StateProof(siblings, claim);
    }

    private static List<Hash> siblings(ByteBuffer bytes, int count) throws StateProofRefused {
        require(count <= StatePath.BITS, "more siblings than a path has bits");
        byte[] bits = taken(bytes, (count + 7) / 8);
        BitSet given = new BitSet(count);
        for (int i = 0; i < 8 * bits.length; i++) {
            given.set(i, (bits[i / 8] >> (7 - i % 8) & 1) == 1);
        }
        // Where two entries or more stand below a node and all on one side, the way goes on there; so it never ends
        // beside nothing.
        require(given.length() == count, "the last sibling of a proof must be there, and nothing after it");
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

    private static StateProof.Claim claim(ByteBuffer bytes) throws StateProofRefused {
        requireRoom(bytes, 1);
        byte kind = bytes.get();
        return switch (kind) {
            case NOTHING -> StateProof.Nothing.HERE;
            case PRESENT -> {
                requireRoom(bytes, Integer.BYTES);
                int length = bytes.getInt();
                require(length >= 0 && length <= StateProof.VALUE_BYTES_MAX, "a value of " + length + " bytes");
                yield StateProof.Present.of(taken(bytes, length));
            }
            case OTHER ->
                new StateProof.Other(
                        new StatePath(Hash.of(taken(bytes, Hash.BYTES))), Hash.of(taken(bytes, Hash.BYTES)));
            default -> throw new StateProofRefused("a proof that ends in something unknown: " + kind);
        };
    }

    private static byte[] taken(ByteBuffer bytes, int length) throws StateProofRefused {
        requireRoom(bytes, length);
        byte[] taken = new byte[length];
        bytes.get(taken);
        return taken;
    }

    private static void requireRoom(ByteBuffer bytes, int length) throws StateProofRefused {
        require(bytes.remaining() >= length, "the proof breaks off");
    }

    private static void require(boolean holds, String wrong) throws StateProofRefused {
        if (!holds) {
            throw new StateProofRefused(wrong);
        }
    }
}
