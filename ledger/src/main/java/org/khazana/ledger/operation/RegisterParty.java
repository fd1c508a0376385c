package org.khazana.ledger.operation;

import static org.khazana.ledger.form.FieldLimits.NAME_LENGTH_MAX;

import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.form.Means;
import org.khazana.ledger.form.Says;
import org.khazana.ledger.form.Text;
import org.khazana.ledger.id.PartyId;

@Means("Makes a new party, active and without roles, with its first key. Signed as the policy demands.")
@Says({"register party {party}, named {name}", "its first key is {key}"})
public record RegisterParty(
        @Means("a number that no party has") PartyId party,

        @Text(max = NAME_LENGTH_MAX) @Means("of an organisation, or a pseudonym: no personal data stands on the ledger")
        String name,

        @Means("belongs to no party yet") PublicKey key)
        implements GovernanceOperation {}
