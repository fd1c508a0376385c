package org.khazana.api.port;

import org.khazana.ledger.proof.RegisterStatement;

/** Whether this node can prove who held how much of an asset at some moment, nobody left out. */
public sealed interface RegisterAnswer {

    record Proof(RegisterStatement statement) implements RegisterAnswer {}

    /** There was no such asset then. */
    record AssetNotKnown() implements RegisterAnswer {}

    /**
     * The block is above the newest that was executed here.
     *
     * @param newest height of that one
     */
    record NotExecuted(long newest) implements RegisterAnswer {}

    /**
     * The business date is not over, or the block is not certified as far as this node knows: to be asked again later.
     *
     * @param why in one sentence
     */
    record NotYet(String why) implements RegisterAnswer {}

    /**
     * What the state was then is forgotten here, or never was here.
     *
     * @param why in one sentence
     */
    record NotKept(String why) implements RegisterAnswer {}

    /**
     * This node cannot give a proof in the form that there is.
     *
     * @param why in one sentence
     */
    record NotProvable(String why) implements RegisterAnswer {}
}
