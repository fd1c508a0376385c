package org.khazana.ledger.finality;

import java.util.List;
import java.util.Optional;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.validator.Validator;
import org.khazana.ledger.validator.ValidatorSet;

/** Whom evidence is against, in words. */
final class Accused {
    private Accused() {}

    /** The validator with this key in the first of the sets that names one; otherwise who has the key. */
    static String name(PublicKey key, List<ValidatorSet> sets) {
        for (ValidatorSet set : sets) {
            Optional<Validator> holder = set.validators().stream()
                    .filter(validator -> validator.signingKey().equals(key))
                    .findFirst();
            if (holder.isPresent()) {
                return holder.get().id() + " of " + holder.get().organisation();
            }
        }
        return "the holder of the key " + key;
    }
}
