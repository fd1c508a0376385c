package org.khazana.ledger.statetree;

import static org.khazana.ledger.statetree.SiblingsForm.require;
import static org.khazana.ledger.statetree.SiblingsForm.requireRoom;
import static org.khazana.ledger.statetree.SiblingsForm.taken;

import java.nio.ByteBuffer;
import java.util.List;
import org.khazana.ledger.crypto.Hash;

/** The one byte form of proofs of a state. Layout: {@code docs/proofs.md}. */
public final class StateProofCodec {
    private static final byte NOTHING = 0;
    private static final byte PRESENT = 1;
    private static final byte OTHER = 2;

    private StateProofCodec() {}

    public static byte[] encode(StateProof proof) {
        ByteBuffer bytes = ByteBuffer.allocate(SiblingsForm.bytes(proof.siblings()) + claimBytes(proof.claim()));
        SiblingsForm.put(proof.siblings(), bytes);
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
        List<Hash> siblings = SiblingsForm.read(bytes, StatePath.BITS);
        SiblingsForm.requireEnd(siblings);
        StateProof.Claim claim = claim(bytes);
        require(!bytes.hasRemaining(), "bytes after the end of the proof");
        return new StateProof(siblings, claim);
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
}
