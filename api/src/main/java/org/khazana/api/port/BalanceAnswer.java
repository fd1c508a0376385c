package org.khazana.api.port;

import org.khazana.ledger.proof.BalanceProof;

/** Whether this node can prove what an account held of an asset after some block. */
public sealed interface BalanceAnswer {

    record Proof(BalanceProof proof) implements BalanceAnswer {}

    /**
     * The block is above the newest that was executed here.
     *
     * @param newest height of that one
     */
    record NotExecuted(long newest) implements BalanceAnswer {}

    /**
     * Not certified as far as this node knows: to be asked again later.
     *
     * @param why in one sentence
     */
    record NotCertified(String why) implements BalanceAnswer {}

    /**
     * What the state was after that block is forgotten here, or never was here.
     *
     * @param why in one sentence
     */
    record NotKept(String why) implements BalanceAnswer {}

    /**
     * This node cannot give a proof in the form that there is.
     *
     * @param why in one sentence
     */
    record NotProvable(String why) implements BalanceAnswer {}
}
