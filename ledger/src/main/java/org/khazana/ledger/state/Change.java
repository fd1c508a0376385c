package org.khazana.ledger.state;

import org.khazana.ledger.block.Membership;
import org.khazana.ledger.transaction.AssetCode;
import org.khazana.ledger.validator.ValidatorSet;

/** One write to the ledger's state. Applying a list of changes in order is the only way the state moves. */
public sealed interface Change {

    record PartyPut(Party party) implements Change {}

    record KeyPut(PartyKey key) implements Change {}

    record AccountPut(Account account) implements Change {}

    record AssetPut(Asset asset) implements Change {}

    /** The position now holds this quantity; one of zero is removed. */
    record PositionSet(Position position) implements Change {}

    record RequestRecorded(RequestRecord request) implements Change {}

    record RequestForgotten(RequestRecord request) implements Change {}

    /** The set of a new epoch; the greatest epoch is the newest. */
    record ValidatorsPut(ValidatorSet validators) implements Change {}

    /** From this block on these take part in consensus. */
    record MembershipPut(Membership membership) implements Change {}

    record RtgsReferenceUsed(AssetCode currency, String reference) implements Change {}
}
