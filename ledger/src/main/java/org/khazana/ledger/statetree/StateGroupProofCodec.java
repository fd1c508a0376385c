package org.khazana.ledger.statetree;

import static org.khazana.ledger.statetree.SiblingsForm.require;
import static org.khazana.ledger.statetree.SiblingsForm.requireRoom;
import static org.khazana.ledger.statetree.SiblingsForm.taken;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.khazana.ledger.crypto.Hash;

/** The one byte form of proofs of a group. Layout: {@code docs/proofs.md}. */
public final class StateGroupProofCodec {
    private static final byte NOTHING = 0;
    private static final byte RECORDS = 1;
    private static final byte OTHER = 2;
    private static final int RECORD_HEAD_BYTES = Short.BYTES + Integer.BYTES;

    private StateGroupProofCodec() {}

    /**
     * The bytes of a proof.
     *
     * @throws ArithmeticException if they would be 2 GiB or more
     */
    public static byte[] encode(StateGroupProof proof) {
        int size = SiblingsForm.bytes(proof.siblings()) + 1;
        if (!proof.records().isEmpty()) {
            size += Integer.BYTES;
            for (GroupRecord each : proof.records()) {
                size = Math.addExact(size, RECORD_HEAD_BYTES + each.key().length + each.value().length);
            }
        } else if (proof.other().isPresent()) {
            size += 2 * Hash.BYTES;
        }
        ByteBuffer bytes = ByteBuffer.allocate(size);
        SiblingsForm.put(proof.siblings(), bytes);
        if (!proof.records().isEmpty()) {
            bytes.put(RECORDS).putInt(proof.records().size());
            proof.records().forEach(each -> put(each, bytes));
        } else {
            bytes.put(proof.other().isPresent() ? OTHER : NOTHING);
            proof.other()
                    .ifPresent(other -> bytes.put(other.path().hash().toBytes())
                            .put(other.valueHash().toBytes()));
        }
        return bytes.array();
    }

    private static void put(GroupRecord each, ByteBuffer bytes) {
        bytes.putShort((short) each.key().length)
                .put(each.key())
                .putInt(each.value().length)
                .put(each.value());
    }

    /**
     * Reads a proof; what it returns encodes to the same bytes. Whether it proves anything is another question.
     *
     * @throws StateProofRefused if these bytes are not the form of any proof
     */
    public static StateGroupProof decode(byte[] proof) throws StateProofRefused {
        ByteBuffer bytes = ByteBuffer.wrap(proof);
        List<Hash> siblings = SiblingsForm.read(bytes, StateGroup.DEPTH);
        requireRoom(bytes, 1);
        byte kind = bytes.get();
        List<GroupRecord> records = kind == RECORDS ? records(bytes) : List.of();
        Optional<StateProof.Other> other = kind == OTHER
                ? Optional.of(new StateProof.Other(
                        new StatePath(Hash.of(taken(bytes, Hash.BYTES))), Hash.of(taken(bytes, Hash.BYTES))))
                : Optional.empty();
        require(kind >= NOTHING && kind <= OTHER, "a proof that ends in something unknown: " + kind);
        require(!bytes.hasRemaining(), "bytes after the end of the proof");
        return new StateGroupProof(siblings, records, other);
    }

    private static List<GroupRecord> records(ByteBuffer bytes) throws StateProofRefused {
        requireRoom(bytes, Integer.BYTES);
        int count = bytes.getInt();
        require(count > 0 && count <= StateGroupProof.RECORDS_MAX, "a proof of " + count + " records");
        // No room is made for what is only said to come.
        List<GroupRecord> records = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            requireRoom(bytes, Short.BYTES);
            byte[] key = taken(bytes, Short.toUnsignedInt(bytes.getShort()));
            requireRoom(bytes, Integer.BYTES);
            int length = bytes.getInt();
            require(length >= 0 && length <= StateProof.VALUE_BYTES_MAX, "a value of " + length + " bytes");
            records.add(new GroupRecord(key, taken(bytes, length)));
        }
        return records;
    }
}
