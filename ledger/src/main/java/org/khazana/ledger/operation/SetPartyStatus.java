package org.khazana.ledger.operation;

import org.khazana.ledger.authority.PartyStatus;
import org.khazana.ledger.form.Means;
import org.khazana.ledger.form.Says;
import org.khazana.ledger.id.PartyId;

@Means("Suspends a party, lets it act again, or closes it for good. Signed as the policy demands.")
@Says("party {party} is {status} from now on")
public record SetPartyStatus(
        @Means("which party") PartyId party,
        @Means("a closed party stays closed") PartyStatus status) implements GovernanceOperation {}
