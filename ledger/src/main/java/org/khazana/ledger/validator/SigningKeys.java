package org.khazana.ledger.validator;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.khazana.ledger.crypto.PublicKey;

/**
 * The signing keys that every validator has had, in all epochs up to one: what was signed under an earlier set, or by who is on the
 * way out, is to be checked for ever. Immutable. As many entries as governors have ever appointed keys.
 */
public final class SigningKeys {
    private static final SigningKeys NONE = new SigningKeys(-1, new TreeMap<>());

    private final long epoch;
    private final NavigableMap<String, List<Held>> newestFirst;

    private record Held(long directory, PublicKey key) {}

    private SigningKeys(long epoch, NavigableMap<String, List<Held>> newestFirst) {
        this.epoch = epoch;
        this.newestFirst = newestFirst;
    }

    /** Before anybody was appointed. */
    public static SigningKeys none() {
        return NONE;
    }

    /** The newest epoch of which it knows; -1 at first. */
    public long epoch() {
        return epoch;
    }

    /** Those and the keys of the next epoch. */
    public SigningKeys with(ValidatorSet next) {
        if (next.epoch() != epoch + 1) {
            throw new IllegalArgumentException("epoch " + next.epoch() + " does not follow epoch " + epoch);
        }
        NavigableMap<String, List<Held>> all = new TreeMap<>(newestFirst);
        for (Validator validator : next.validators()) {
            Held held = new Held(validator.directory(), validator.signingKey());
            List<Held> keys = new ArrayList<>(all.getOrDefault(validator.id(), List.of()));
            keys.remove(held);
            keys.addFirst(held);
            all.put(validator.id(), List.copyOf(keys));
        }
        return new SigningKeys(next.epoch(), all);
    }

    /** All keys of a validator, whatever its directory, the newest first. */
    public List<PublicKey> of(String validator) {
        return held(validator).stream().map(Held::key).distinct().toList();
    }

    /** All keys of a validator with this directory, the newest first. */
    public List<PublicKey> of(ReplicaId replica) {
        return held(replica.validator()).stream()
                .filter(held -> held.directory() == replica.directory())
                .map(Held::key)
                .distinct()
                .toList();
    }

    private List<Held> held(String validator) {
        return newestFirst.getOrDefault(validator, List.of());
    }
}
