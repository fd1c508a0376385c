package org.khazana.ledger.operation;

/** Changes what is known of investors, and what they may hold. */
public sealed interface EligibilityOperation extends Operation
        permits UpdateParty, SetLicence, AttestEligibility, RevokeEligibility, SetHoldingRules {}
