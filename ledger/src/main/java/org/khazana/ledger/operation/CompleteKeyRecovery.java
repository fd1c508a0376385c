package org.khazana.ledger.operation;

import org.khazana.ledger.form.Means;
import org.khazana.ledger.form.Says;
import org.khazana.ledger.id.PartyId;

@Means(
        "After the waiting time: all keys that signed for a party are revoked, the new one signs alone. Signed as the policy demands: "
                + "by a registrar, unless the governors say otherwise.")
@Says("complete the recovery of the keys of party {party}")
public record CompleteKeyRecovery(
        @Means("whose keys were lost") PartyId party) implements KeyOperation {}
