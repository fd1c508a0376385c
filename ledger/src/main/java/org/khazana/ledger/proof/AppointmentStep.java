package org.khazana.ledger.proof;

import java.nio.ByteBuffer;
import java.util.OptionalLong;
import org.khazana.ledger.finality.Certificate;
import org.khazana.ledger.statetree.StateProof;

/**
 * What shows how one set of validators handed over to the next. Says nothing by itself: {@link TestimonyVerifier} checks it. Layout: {@code
 * docs/proofs.md}.
 *
 * @param certificate by the old set, of the head of the block that appointed the new one
 * @param validators of the record with the new set, against the state root in that head
 * @param newest of the record that names its epoch as the newest, against the same root
 */
public record AppointmentStep(Certificate certificate, StateProof validators, StateProof newest) {

    /** Which epoch is said to be the newest; empty if the proof says nothing of the kind. */
    public OptionalLong epoch() {
        return epochIn(newest);
    }

    /** Which epoch a proof of the record that names the newest one says; empty if it says nothing of the kind. */
    public static OptionalLong epochIn(StateProof newest) {
        return newest.claim() instanceof StateProof.Present present && present.value().length == Long.BYTES
                ? OptionalLong.of(ByteBuffer.wrap(present.value()).getLong())
                : OptionalLong.empty();
    }
}
