package org.khazana.ledger.operation;

import java.util.Optional;
import org.khazana.ledger.authority.KeyLimits;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.form.Means;
import org.khazana.ledger.form.Says;
import org.khazana.ledger.form.Whole;

@Means("Gives the sender one more key, which signs for it together with its other keys.")
@Says({
    "the key {key} signs for the sender from now on, with weight {weight}",
    "it is held by the person {person}|it does not tell which person holds it"
})
public record AddKey(
        @Means("belongs to no party yet") PublicKey key,

        @Whole(min = 1, max = KeyLimits.WEIGHT_MAX) @Means("what its signature counts towards the party's threshold")
        int weight,

        @Means(
                "tag of the human who holds it: the same for all keys of one human, at whatever party; a salted hash, no personal data")
        Optional<Hash> person)
        implements KeyOperation {}
