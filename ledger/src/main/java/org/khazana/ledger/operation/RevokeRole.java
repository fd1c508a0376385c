package org.khazana.ledger.operation;

import org.khazana.ledger.authority.Role;
import org.khazana.ledger.form.Means;
import org.khazana.ledger.form.Says;
import org.khazana.ledger.id.PartyId;

@Means("Takes a role from a party. Signed as the policy demands.")
@Says("take the role {role} from party {party}")
public record RevokeRole(
        @Means("who loses it") PartyId party,
        @Means("what it may do no more") Role role) implements GovernanceOperation {}
