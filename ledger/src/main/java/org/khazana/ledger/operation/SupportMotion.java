package org.khazana.ledger.operation;

import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.form.Means;
import org.khazana.ledger.form.Says;

@Means("Agrees to a motion, as one of those whom the policy of its operation, its accounts or its pledge name. The"
        + " last one who is needed has the operation carried out in the same transaction, with all its own checks:"
        + " if one fails, this support is refused.")
@Says("support the motion {motion}")
public record SupportMotion(
        @Means("id of the transaction that raised it") Hash motion) implements MotionOperation {}
