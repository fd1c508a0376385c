package org.khazana.ledger.operation;

import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.form.Means;
import org.khazana.ledger.form.Says;

@Means(
        "Speaks against a motion, as one of those whom the policy of its operation names, and takes back an earlier support. The "
                + "motion is rejected for good once its policy cannot be met without those who oppose it: at once, if that is the one who "
                + "raised it.")
@Says("oppose the motion {motion}")
public record OpposeMotion(
        @Means("id of the transaction that raised it") Hash motion) implements MotionOperation {}
