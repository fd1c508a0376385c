package org.khazana.ledger.operation;

import org.khazana.ledger.form.Means;
import org.khazana.ledger.form.Says;
import org.khazana.ledger.id.PartyId;

@Means(
        "Ends an attestation at once. The sender is the attestor who gave it, or a regulator. From then on the investor may sell "
                + "what needs an attestation, but not receive it.")
@Says("the attestation of party {party} holds no more")
public record RevokeEligibility(@Means("the investor") PartyId party) implements EligibilityOperation {}
