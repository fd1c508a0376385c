package org.khazana.ledger.proof;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.state.RegisterKey;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.statetree.StatePath;
import org.khazana.ledger.statetree.StateProof;
import org.khazana.ledger.statetree.StateProofCheck;
import org.khazana.ledger.statetree.StateProofRefused;
import org.khazana.ledger.validator.Validator;
import org.khazana.ledger.validator.ValidatorSet;

/** Reads out of the state who its newest validators are. Nothing is read before it is proved to stand there, bytes for bytes. */
final class Appointment {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,31}");

    private Appointment() {}

    /** The new validators; empty if it is not proved that they stand under this root as the newest. */
    static Optional<ValidatorSet> provedBy(AppointmentStep step, Hash stateRoot) {
        byte[] newestKey = Tables.NEWEST_EPOCH.keyBytes(RegisterKey.NEWEST_EPOCH);
        return valueAt(stateRoot, StatePath.of(Tables.NEWEST_EPOCH.number(), newestKey), step.newest())
                .filter(value -> value.length == Long.BYTES)
                .map(value -> ByteBuffer.wrap(value).getLong())
                .filter(epoch -> epoch >= 0)
                .flatMap(epoch -> valueAt(
                                stateRoot,
                                StatePath.of(Tables.VALIDATORS.number(), Tables.VALIDATORS.keyBytes(epoch)),
                                step.validators())
                        .flatMap(value -> set(epoch, value)));
    }

    private static Optional<byte[]> valueAt(Hash stateRoot, StatePath path, StateProof proof) {
        try {
            return StateProofCheck.valueAt(stateRoot, path, proof);
        } catch (StateProofRefused refused) {
            return Optional.empty();
        }
    }

    /** Enough liars can certify any bytes, so these may be no set; and each set has one form. */
    private static Optional<ValidatorSet> set(long epoch, byte[] value) {
        ValidatorSet set;
        try {
            set = Tables.VALIDATORS.readValue(epoch, value);
        } catch (IllegalStateException noSet) {
            return Optional.empty();
        }
        boolean isOfForm = Arrays.equals(Tables.VALIDATORS.valueBytes(set), value)
                && set.validators().stream().map(Validator::id).allMatch(id -> ID.matcher(id)
                        .matches())
                && set.minimums().stream().allMatch(minimum -> minimum.members() >= 0);
        return isOfForm ? Optional.of(set) : Optional.empty();
    }
}
