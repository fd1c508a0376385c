package org.khazana.ledger.operation;

import org.khazana.ledger.form.Means;
import org.khazana.ledger.form.Says;
import org.khazana.ledger.form.Whole;
import org.khazana.ledger.id.AccountId;

@Means(
        "Moves all units of a pledge or lien to its beneficiary, when the time of the notice is over. Signed by the beneficiary and as "
                + "the policy demands: by a registrar who sends it and is another party, unless the governors say otherwise.")
@Says("enforce pledge {pledge}: its units move to account {to}")
public record EnforcePledge(
        @Whole(min = 1, max = Long.MAX_VALUE) @Means("which one")
        long pledge,

        @Means("owned by the beneficiary") AccountId to)
        implements PledgeOperation {}
