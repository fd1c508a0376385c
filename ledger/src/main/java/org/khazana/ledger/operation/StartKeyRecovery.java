package org.khazana.ledger.operation;

import java.util.Optional;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.form.Means;
import org.khazana.ledger.form.Says;
import org.khazana.ledger.id.PartyId;

@Means(
        "Begins to give a party that has lost its keys a new one. Signed as the policy demands: by a registrar and a custodian, "
                + "unless the governors say otherwise. Nothing changes before the waiting time is over; meanwhile the party can cancel it with "
                + "the keys that somebody says are lost. Another one begun for the same party replaces it and waits anew.")
@Says({
    "begin to replace all keys of party {party} by the key {key}",
    "it is held by the person {person}|it does not tell which person holds it"
})
public record StartKeyRecovery(
        @Means("whose keys are lost") PartyId party,
        @Means("belongs to no party yet") PublicKey key,

        @Means("tag of the human who holds it, as with addKey")
        Optional<Hash> person)
        implements KeyOperation {}
