package org.khazana.ledger.operation;

import org.khazana.ledger.form.Means;
import org.khazana.ledger.form.Says;
import org.khazana.ledger.form.Whole;

@Means(
        "From the block of that height on, the rules of another version of the protocol hold. A validator whose release does not know "
                + "that version stops before it. Signed as the policy demands.")
@Says("the rules of version {protocol} hold from block {height} on")
public record ActivateProtocol(
        @Whole(min = 1, max = Integer.MAX_VALUE) @Means("the one after the version that holds")
        int protocol,

        @Whole(min = 1, max = Long.MAX_VALUE) @Means("at least 100 blocks ahead")
        long height)
        implements GovernanceOperation {}
