package org.khazana.node.membership;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongFunction;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.khazana.ledger.validator.SigningKeys;
import org.khazana.ledger.validator.ValidatorSet;

/** The signing keys of all validators that the blocks executed so far have appointed. Any thread asks. */
public final class AppointedKeys implements Supplier<SigningKeys> {
    private final LongSupplier newestEpoch;
    private final LongFunction<Optional<ValidatorSet>> validators;
    private final AtomicReference<SigningKeys> known = new AtomicReference<>(SigningKeys.none());

    /**
     * Reads sets as they are appointed.
     *
     * @param newestEpoch in the newest state
     * @param validators of an epoch up to that
     */
    public AppointedKeys(LongSupplier newestEpoch, LongFunction<Optional<ValidatorSet>> validators) {
        this.newestEpoch = newestEpoch;
        this.validators = validators;
    }

    @Override
    public SigningKeys get() {
        SigningKeys keys = requireNonNull(known.get());
        long newest = newestEpoch.getAsLong();
        if (keys.epoch() >= newest) {
            return keys;
        }
        for (long epoch = keys.epoch() + 1; epoch <= newest; epoch++) {
            keys = keys.with(validators.apply(epoch).orElseThrow());
        }
        known.set(keys); // of two threads that come to the same the last one stays
        return keys;
    }
}
