package org.khazana.ledger.proof;

import java.util.List;
import org.khazana.ledger.finality.Head;
import org.khazana.ledger.validator.Validator;

/**
 * A head that is believed, and on whose word.
 *
 * @param head the one that was wanted
 * @param certified the head under which the validators have put their names; the same or a later one
 * @param signers who they are, in order of their keys
 * @param voterCount among how many
 * @param newestEpoch to which the steps lead; not below that of the certified head
 */
public record Vouched(Head head, Head certified, List<Validator> signers, int voterCount, long newestEpoch) {
    public Vouched {
        signers = List.copyOf(signers);
    }
}
