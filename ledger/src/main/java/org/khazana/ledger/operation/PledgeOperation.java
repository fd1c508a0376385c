package org.khazana.ledger.operation;

/** Changes what stands as security for a debt. */
public sealed interface PledgeOperation extends Operation
        permits CreatePledge, ReleasePledge, CallPledge, EnforcePledge, SubstitutePledge {}
