package org.khazana.api.port;

import org.khazana.ledger.proof.CertifiedSettlementProof;

/** Whether this node can prove what became of a transaction. */
public sealed interface ProofAnswer {

    record Proof(CertifiedSettlementProof proof) implements ProofAnswer {}

    /** Never seen here, or not yet. */
    record NotKnown() implements ProofAnswer {}

    /**
     * Not executed yet, or not yet certified as far as this node knows: to be asked again later.
     *
     * @param why in one sentence
     */
    record NotCertified(String why) implements ProofAnswer {}

    /** What stands in its block is forgotten here; an archive has it. */
    record NotKept(long height) implements ProofAnswer {}

    /**
     * No proof of it can be given in the form that there is, by nobody or at least not by this node.
     *
     * @param why in one sentence
     */
    record NotProvable(String why) implements ProofAnswer {}
}
