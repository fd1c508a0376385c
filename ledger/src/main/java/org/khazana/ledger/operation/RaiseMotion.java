package org.khazana.ledger.operation;

import org.khazana.ledger.form.Instant;
import org.khazana.ledger.form.Means;
import org.khazana.ledger.form.Says;

@Means(
        "Asks for an operation that others must agree to, so that they can do so one after another. As soon as those have "
                + "supported it whom its policy demands, it is carried out in the name of the sender; until then nothing happens. The "
                + "motion is named by the id of this transaction, so whoever supports it supports these very words.")
@Says({"raise the motion, open until {expiresAt}, to:", "{operation}"})
public record RaiseMotion(
        @Instant
        @Means("when it lapses unless it was carried out; at most 30 days ahead unless the governors say otherwise")
        long expiresAt,

        @Means("an operation that has a policy") Operation operation)
        implements MotionOperation {}
