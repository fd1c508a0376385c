package org.khazana.ledger.operation;

import org.khazana.ledger.authority.Parameter;
import org.khazana.ledger.form.Means;
import org.khazana.ledger.form.Says;
import org.khazana.ledger.form.Whole;

@Means("Sets a figure of the ledger, from the next transaction on. Signed as the policy demands.")
@Says("{parameter} is {value} from now on")
public record SetParameter(
        @Means("which figure") Parameter parameter,

        @Whole(min = 0, max = Long.MAX_VALUE) @Means("within the bounds of the figure")
        long value)
        implements GovernanceOperation {}
