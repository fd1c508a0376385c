package org.khazana.ledger.proof;

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
public record AppointmentStep(Certificate certificate, StateProof validators, StateProof newest) {}
