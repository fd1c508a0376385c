package org.khazana.ledger.operation;

/** Changes who takes part in what: validators, policies, parties and roles, and how the whole system is run. */
public sealed interface GovernanceOperation extends Operation
        permits SetValidators,
                SetPolicy,
                RegisterParty,
                SetPartyStatus,
                GrantRole,
                RevokeRole,
                SetParameter,
                HaltSystem,
                ResumeSystem,
                ActivateProtocol {}
