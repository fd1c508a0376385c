package org.khazana.ledger.finality;

import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.validator.ValidatorSet;

/** What somebody shows who says that the state names these validators. */
@FunctionalInterface
public interface AppointmentProof {

    /**
     * Whether it is proved that the state with this root has {@code set} as its newest: that the set stands there under its
     * epoch, bytes for bytes, and that this epoch is said to be the newest. That the set stands there is not enough, since all
     * earlier ones do.
     */
    boolean isNewest(Hash stateRoot, ValidatorSet set);
}
