package org.khazana.ledger.state;

import java.util.Optional;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.party.PartyKind;
import org.khazana.ledger.party.TaxClass;

/**
 * What is registered of a party beside its name. Founders may have none.
 *
 * @param lei ISO 17442, of an organisation
 * @param identityCommitment hash of what identifies the party outside, with a salt that is kept off the ledger; no two parties
 *     have the same
 * @param country ISO 3166-1 alpha-2: where it resides
 */
public record PartyProfile(
        PartyId party,
        PartyKind kind,
        Optional<String> lei,
        Optional<Hash> identityCommitment,
        Optional<String> country,
        Optional<TaxClass> taxClass) {}
