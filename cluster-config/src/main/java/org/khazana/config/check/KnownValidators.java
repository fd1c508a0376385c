package org.khazana.config.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.khazana.config.Genesis;
import org.khazana.config.Genesis.Validator;
import org.khazana.config.file.Findings;

/**
 * What is known of the validators while the mistakes of the genesis are still being collected. Where one could not be
 * read, node files get the benefit of the doubt.
 *
 * @param sound those whose id and keys could be read
 * @param complete whether these are all
 */
record KnownValidators(List<Validator> sound, boolean complete) {
    KnownValidators {
        sound = List.copyOf(sound);
    }

    static KnownValidators of(Genesis genesis, Findings inGenesis) {
        List<Validator> sound = new ArrayList<>();
        for (int i = 0; i < genesis.validators().size(); i++) {
            String place = "validators[" + i + "]";
            if (!inGenesis.concern(place + ".id", place + ".tlsKeySha256", place + ".signingKey")) {
                sound.add(genesis.validators().get(i));
            }
        }
        return new KnownValidators(
                sound, !sound.isEmpty() && sound.size() == genesis.validators().size());
    }

    List<String> ids() {
        return sound.stream().map(Validator::id).toList();
    }

    Optional<Validator> find(String id) {
        return sound.stream().filter(validator -> validator.id().equals(id)).findFirst();
    }
}
