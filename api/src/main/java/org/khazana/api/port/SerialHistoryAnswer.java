package org.khazana.api.port;

import org.khazana.ledger.proof.SerialHistoryProof;

/** Whether this node can prove what happened to a token, from its beginning to the newest block that is certified. */
public sealed interface SerialHistoryAnswer {

    record Proof(SerialHistoryProof proof) implements SerialHistoryAnswer {}

    /** The serial was never given out, as far as this node knows. */
    record NotKnown() implements SerialHistoryAnswer {}

    /**
     * Not certified as far as this node knows: to be asked again later.
     *
     * @param why in one sentence
     */
    record NotCertified(String why) implements SerialHistoryAnswer {}

    /** A block in which it moved, or what belongs to that, is forgotten here; an archive has it. */
    record BlockNotKept(long height) implements SerialHistoryAnswer {}

    /**
     * What the state was is forgotten here, or never was here.
     *
     * @param why in one sentence
     */
    record StateNotKept(String why) implements SerialHistoryAnswer {}

    /**
     * It does not fit into the form that there is, or not with what this node has.
     *
     * @param why in one sentence
     */
    record NotProvable(String why) implements SerialHistoryAnswer {}
}
