package org.khazana.ledger.operation;

import org.khazana.ledger.authority.Role;
import org.khazana.ledger.form.Means;
import org.khazana.ledger.form.Says;
import org.khazana.ledger.id.PartyId;

@Means("Gives a party a role. Signed as the policy demands.")
@Says("give party {party} the role {role}")
public record GrantRole(
        @Means("who gets it") PartyId party,
        @Means("what it may do from now on") Role role) implements GovernanceOperation {}
